/** Templates and sentences, tried without a server. */
package school.parta.web.layout;
