/** Tests of the schema and of the ledger's one function, on a real PostgreSQL of this test run. */
@NullMarked
package school.parta.migrations;

import org.jspecify.annotations.NullMarked;
