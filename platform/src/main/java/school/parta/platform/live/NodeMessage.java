package school.parta.platform.live;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What one node tells the others about a commit: ids only.
 *
 * @param node who tells it
 * @param school the school's number
 * @param first the ledger number of the first row
 * @param last the ledger number of the last row
 * @param rows the rows; empty if there are more than {@link #MOST}
 */
@JsonPropertyOrder({"node", "school", "first", "last", "rows"})
record NodeMessage(String node, int school, long first, long last, List<Row> rows) {

    static final int MOST = 64;

    /** Whether it is what it says: numbers without holes, kinds and topics without anything that could be markup. */
    boolean isSound() {
        if (rows == null || rows.size() > MOST || first <= 0 || last < first) {
            return false;
        }
        for (var index = 0; index < rows.size(); index++) {
            var row = rows.get(index);
            if (row.seq() != first + index
                    || !plain(row.kind())
                    || !row.topics().stream().allMatch(NodeMessage::plain)) {
                return false;
            }
        }
        return rows.isEmpty() || rows.getLast().seq() == last;
    }

    private static boolean plain(String text) {
        if (text == null || text.isEmpty() || text.length() > 200) {
            return false;
        }
        return text.chars().allMatch(NodeMessage::isPlain);
    }

    private static boolean isPlain(int letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || "._:-".indexOf(letter) >= 0;
    }
}
