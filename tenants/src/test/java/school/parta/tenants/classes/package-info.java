/** Tests of classes, groups and who belongs to them. */
@NullMarked
package school.parta.tenants.classes;

import org.jspecify.annotations.NullMarked;
