package school.parta.tenants.diary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * An answer about a pupil as it is kept and sent: JSON already written, for most answers are given many times.
 *
 * @param json an object without position
 * @param tag a strong entity tag of it, in quotes
 */
public record DiaryPage(String json, String tag) {

    private static final int TAG_BYTES = 16;

    static DiaryPage of(String json) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            var tag = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES));
            return new DiaryPage(json, '"' + tag + '"');
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The whole answer: with the position of the stream at which it was found valid. */
    DiaryPage at(long position, String school) {
        var open = json.substring(0, json.length() - 1);
        return new DiaryPage(open + ",\"asOf\":" + position + ",\"cursor\":\"" + school + ':' + position + "\"}", tag);
    }
}
