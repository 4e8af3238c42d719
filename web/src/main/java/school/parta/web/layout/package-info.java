/** What pages have in common: the template engine, static files, the language and the frame around every page. Knows no feature. */
@NullMarked
package school.parta.web.layout;

import org.jspecify.annotations.NullMarked;
