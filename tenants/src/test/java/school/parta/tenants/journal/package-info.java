/** Tests of the journal. */
@NullMarked
package school.parta.tenants.journal;

import org.jspecify.annotations.NullMarked;
