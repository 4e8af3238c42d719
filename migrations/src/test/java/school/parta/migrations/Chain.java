package school.parta.migrations;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verifier of a school's chain that shares nothing with the function that makes it. */
final class Chain {
    /** Every hashed field in its order, as text. */
    private static final List<String> FIELDS = List.of(
            "'parta-ledger-1'",
            "tenant_id::text",
            "seq::text",
            "(extract(epoch from at) * 1000000)::bigint::text",
            "actor::text",
            "role",
            "kind",
            "pupil::text",
            "class::text",
            "study_group::text",
            "lesson::text",
            "to_char(day, 'YYYY-MM-DD')",
            "entity::text",
            "array_to_string(topics, ' ')",
            "op",
            "request");

    private Chain() {}

    /** The numbers of the rows that do not fit; empty when the chain holds. */
    static List<Long> broken(Connection connection, int school) throws SQLException {
        var broken = new ArrayList<Long>();
        byte[] previous = new byte[32];
        try (var statement = connection.prepareStatement("select " + String.join(", ", FIELDS) + """
            , payload_hash, prev_hash, hash, payload, salt
            from ledger
            where tenant_id = ?
            order by ledger.seq""")) {
            statement.setInt(1, school);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var bytes = new ByteArrayOutputStream();
                    for (int field = 1; field <= FIELDS.size(); field++) {
                        bytes.writeBytes(field(rows.getString(field)));
                    }
                    bytes.writeBytes(rows.getBytes("payload_hash"));
                    bytes.writeBytes(previous);
                    boolean holds = Arrays.equals(sha256(bytes.toByteArray()), rows.getBytes("hash"))
                            && Arrays.equals(previous, rows.getBytes("prev_hash"))
                            && payloadHolds(
                                    rows.getBytes("salt"), rows.getString("payload"), rows.getBytes("payload_hash"));
                    if (!holds) {
                        broken.add(rows.getLong(3));
                    }
                    previous = rows.getBytes("hash");
                }
            }
        }
        return broken;
    }

    private static boolean payloadHolds(byte @Nullable [] salt, @Nullable String payload, byte[] hash) {
        if (salt == null) {
            return true;
        }
        String text = HexFormat.of().formatHex(salt)
                + HexFormat.of().formatHex((payload == null ? "" : payload).getBytes(StandardCharsets.UTF_8));
        return Arrays.equals(sha256(HexFormat.of().parseHex(text)), hash);
    }

    private static byte[] field(@Nullable String value) {
        if (value == null) {
            return ByteBuffer.allocate(4).putInt(-1).array();
        }
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + text.length)
                .putInt(text.length)
                .put(text)
                .array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
