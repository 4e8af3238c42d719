/** Classes and groups over HTTP; the twin of {@code tenants.classes}. */
@NullMarked
package school.parta.web.classes;

import org.jspecify.annotations.NullMarked;
