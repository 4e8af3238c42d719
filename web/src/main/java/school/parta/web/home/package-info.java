/** What each role meets first after sign-in, and the switch between schools and roles. */
@NullMarked
package school.parta.web.home;

import org.jspecify.annotations.NullMarked;
