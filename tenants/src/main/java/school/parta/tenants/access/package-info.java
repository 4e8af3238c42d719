/** Who may do what: the matrix of roles, resources and scopes as data. Owns no table. */
@NullMarked
package school.parta.tenants.access;

import org.jspecify.annotations.NullMarked;
