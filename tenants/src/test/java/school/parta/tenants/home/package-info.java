/** Tests of what each role meets first. */
@NullMarked
package school.parta.tenants.home;

import org.jspecify.annotations.NullMarked;
