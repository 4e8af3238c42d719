/** Tests on real servers, started and killed below {@code target/}. */
@NullMarked
package school.parta.embedded;

import org.jspecify.annotations.NullMarked;
