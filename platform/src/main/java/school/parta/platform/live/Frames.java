package school.parta.platform.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events in the format of the stream. Whatever stands in them is checked before, so nothing needs to be escaped. */
final class Frames {

    static final byte[] PING = bytes(": ping\n\n");

    private Frames() {}

    static byte[] changed(String school, Row row) {
        var text = new StringBuilder(320)
                .append("id: ")
                .append(school)
                .append(':')
                .append(row.seq())
                .append("\nevent: changed\ndata: {\"school\":\"")
                .append(school)
                .append("\",\"seq\":")
                .append(row.seq())
                .append(",\"kind\":\"")
                .append(row.kind())
                .append('"');
        member(text, "pupil", row.pupil());
        member(text, "lesson", row.lesson());
        member(text, "group", row.group());
        if (row.day() != null) {
            text.append(",\"date\":\"").append(row.day()).append('"');
        }
        return bytes(text.append(",\"committedAt\":")
                .append(row.committedAt() / 1000)
                .append(",\"committedAtUs\":")
                .append(row.committedAt())
                .append("}\n\n")
                .toString());
    }

    private static void member(StringBuilder text, String name, @Nullable UUID id) {
        if (id != null) {
            text.append(",\"").append(name).append("\":\"").append(id).append('"');
        }
    }

    /** The same event under another id: that of a stream of several schools. */
    static byte[] under(String id, byte[] frame) {
        var head = bytes("id: " + id);
        var rest = 0;
        while (frame[rest] != '\n') {
            rest++;
        }
        var all = new byte[head.length + frame.length - rest];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(frame, rest, all, head.length, frame.length - rest);
        return all;
    }

    static byte[] cursor(String id) {
        return bytes("id: " + id + "\nevent: cursor\ndata: {}\n\n");
    }

    static byte[] reload(String id, List<String> schools) {
        return bytes(reloading(id, schools));
    }

    /** What a stream begins with: its position, and what must be fetched anew. */
    static byte[] opening(String id, List<String> reload) {
        return bytes("id: " + id + "\nevent: cursor\ndata: {}\n\n" + (reload.isEmpty() ? "" : reloading(id, reload)));
    }

    /** The milliseconds after which a client that lost its stream comes back; part of the event that follows. */
    static byte[] retry(int millis) {
        return bytes("retry: " + millis + "\n");
    }

    static byte[] farewell(int millis) {
        return bytes("retry: " + millis + "\n\n");
    }

    private static String reloading(String id, List<String> schools) {
        return "id: " + id + "\nevent: reload\ndata: {\"schools\":[\"" + String.join("\",\"", schools) + "\"]}\n\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
