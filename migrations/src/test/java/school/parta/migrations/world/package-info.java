/** Tests of the invented schools. */
@NullMarked
package school.parta.migrations.world;

import org.jspecify.annotations.NullMarked;
