/** Stories told by real processes, real clients and real browsers. */
package school.parta.web.story;
