/** Tests of the features: rules without Spring, verbs on PostgreSQL with the demo world. */
@NullMarked
package school.parta.tenants;

import org.jspecify.annotations.NullMarked;
