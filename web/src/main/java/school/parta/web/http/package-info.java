/** How the service speaks HTTP: JSON, problems, sentences in two languages. Knows no feature. */
@NullMarked
package school.parta.web.http;

import org.jspecify.annotations.NullMarked;
