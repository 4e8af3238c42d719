/** Who asks, from where and whether they may: the filters before every handler, in one order, and what they leave for handlers. Owns no table. */
@NullMarked
package school.parta.web.security;

import org.jspecify.annotations.NullMarked;
