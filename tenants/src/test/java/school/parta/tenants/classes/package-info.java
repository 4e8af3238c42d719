/** Tests of who belongs to whom. */
@NullMarked
package school.parta.tenants.classes;

import org.jspecify.annotations.NullMarked;
