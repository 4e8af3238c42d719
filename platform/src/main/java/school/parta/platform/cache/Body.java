package school.parta.platform.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A value as JSON, written once when it was computed. Where the value's type ends with {@code asOf} and {@code cursor}
 * these two are cut off, because they differ from answer to answer; the hash does not cover them.
 */
final class Body {

    private static final byte[] AS_OF = ascii(",\"asOf\":");
    private static final byte[] CURSOR = ascii(",\"cursor\":\"");

    private final byte[] json;
    private final String etag;

    /**
     * @param json a JSON object
     */
    Body(byte[] json) {
        this.json = cut(json);
        this.etag = '"' + hash(this.json) + '"';
    }

    String etag() {
        return etag;
    }

    int size() {
        return json.length;
    }

    /** The object with its two last members. */
    byte[] at(long position, String cursor) {
        var number = ascii(Long.toString(position));
        var name = ascii(cursor);
        var all = new byte[json.length + AS_OF.length + number.length + CURSOR.length + name.length + 2];
        var end = put(all, 0, json);
        end = put(all, end, AS_OF);
        end = put(all, end, number);
        end = put(all, end, CURSOR);
        end = put(all, end, name);
        all[end] = '"';
        all[end + 1] = '}';
        return all;
    }

    private static int put(byte[] target, int at, byte[] part) {
        System.arraycopy(part, 0, target, at, part.length);
        return at + part.length;
    }

    /** Without the closing brace, and without the two members if they are the last. */
    private static byte[] cut(byte[] json) {
        var text = new String(
                json, Math.max(0, json.length - 120), Math.min(120, json.length), StandardCharsets.ISO_8859_1);
        var found = text.lastIndexOf(",\"asOf\":");
        var tail = found >= 0 && text.substring(found).matches(",\"asOf\":-?\\d+,\"cursor\":\"[^\"]*\"}")
                ? text.length() - found
                : 1;
        return Arrays.copyOf(json, json.length - tail);
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
