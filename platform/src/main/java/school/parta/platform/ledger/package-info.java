/** One append-only chain per school: what verbs record is audit, live stream and replay at once. Owns {@code ledger}, {@code ledger_head} and {@code applied}. */
@NullMarked
package school.parta.platform.ledger;

import org.jspecify.annotations.NullMarked;
