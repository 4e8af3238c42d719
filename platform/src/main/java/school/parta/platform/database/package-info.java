/** The only way to PostgreSQL: units of work that know their school, end once and cannot be cancelled half-way. Owns no table. */
@NullMarked
package school.parta.platform.database;

import org.jspecify.annotations.NullMarked;
