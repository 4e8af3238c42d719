/** Who hears of a change and when: the hub of a node, its anti-entropy and the messages between nodes. Reads the ledger, owns no table. */
@NullMarked
package school.parta.platform.live;

import org.jspecify.annotations.NullMarked;
