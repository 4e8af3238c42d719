/** Tests of the diary. */
@NullMarked
package school.parta.tenants.diary;

import org.jspecify.annotations.NullMarked;
