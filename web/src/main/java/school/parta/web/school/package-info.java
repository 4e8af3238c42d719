/** The school's own rules over HTTP; the twin of {@code tenants.school}. */
@NullMarked
package school.parta.web.school;

import org.jspecify.annotations.NullMarked;
