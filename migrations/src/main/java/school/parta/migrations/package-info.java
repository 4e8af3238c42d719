/**
 * Brings a database to the schema of this release: makes the roles, runs the migrations in {@code db/migration} and, on
 * embedded storage, fills the demo world. Owns the schema itself and no table's content. Plain JDBC, because nothing
 * reactive may begin before this has ended; uses no other Java of the product.
 */
@NullMarked
package school.parta.migrations;

import org.jspecify.annotations.NullMarked;
