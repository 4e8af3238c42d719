package school.parta.tenants.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.parta.platform.ledger.Change;
import school.parta.platform.ledger.Topic;
import tools.jackson.databind.json.JsonMapper;

/** What is told to the ledger: ids and values, no name. Members of a payload stand in the order of the alphabet. */
final class Happened {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Happened() {}

    static Change mark(
            String kind,
            Writer writer,
            Place place,
            Spot spot,
            Entry entry,
            @Nullable Mark before,
            @Nullable Mark after) {
        var mark = after != null ? after : before;
        return ofPupil(
                kind, writer, place, spot, entry, mark == null ? null : mark.id(), content(before), content(after));
    }

    static Change absence(
            Writer writer, Place place, Spot spot, Entry entry, Spot.Presence before, Spot.Presence after) {
        var kind = after.code() == null ? "absence.removed" : "absence.recorded";
        return ofPupil(
                kind,
                writer,
                place,
                spot,
                entry,
                absenceId(spot.lesson(), spot.pupil()),
                content(before),
                content(after));
    }

    static Change topic(Writer writer, Place place, Entry entry, LessonCard after) {
        return ofLesson(
                "lesson.changed",
                writer,
                place,
                entry,
                content("topic", place.card().topic()),
                content("topic", after.topic()));
    }

    static Change homework(Writer writer, Place place, Entry entry, LessonCard after) {
        return ofLesson(
                "homework.set", writer, place, entry, content(place.card().homework()), content(after.homework()));
    }

    /** An absence has no id of its own: its history is found by one made of the lesson's and the pupil's (UUID of version 3). */
    static UUID absenceId(UUID lesson, UUID pupil) {
        var name = ByteBuffer.allocate(32)
                .putLong(lesson.getMostSignificantBits())
                .putLong(lesson.getLeastSignificantBits())
                .putLong(pupil.getMostSignificantBits())
                .putLong(pupil.getLeastSignificantBits());
        return UUID.nameUUIDFromBytes(name.array());
    }

    private static Change ofPupil(
            String kind,
            Writer writer,
            Place place,
            Spot spot,
            Entry entry,
            @Nullable UUID entity,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        var card = place.card();
        var schoolClass = place.schoolClass() != null ? place.schoolClass() : spot.schoolClass();
        return new Change(
                kind,
                spot.pupil(),
                schoolClass,
                card.group().id(),
                card.id(),
                card.date(),
                entity,
                topics(Topic.pupilFamily(spot.pupil()), card, schoolClass),
                entry.opId(),
                payload(writer, entry.reason(), before, after));
    }

    private static Change ofLesson(
            String kind,
            Writer writer,
            Place place,
            Entry entry,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        var card = place.card();
        return new Change(
                kind,
                null,
                place.schoolClass(),
                card.group().id(),
                card.id(),
                card.date(),
                card.id(),
                topics(Topic.groupFamilies(card.group().id()), card, place.schoolClass()),
                entry.opId(),
                payload(writer, entry.reason(), before, after));
    }

    private static List<Topic> topics(Topic families, LessonCard card, @Nullable UUID schoolClass) {
        var topics = new ArrayList<Topic>();
        topics.add(families);
        topics.add(Topic.groupStaff(card.group().id(), card.subject().id()));
        if (schoolClass != null) {
            topics.add(Topic.classStaff(schoolClass));
        }
        topics.add(Topic.schoolStaff());
        return List.copyOf(topics);
    }

    private static String payload(
            Writer writer,
            @Nullable String reason,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        var members = new TreeMap<String, @Nullable Object>();
        members.put("after", after);
        members.put("before", before);
        members.put("by", writer.person());
        members.put("reason", reason);
        return JSON.writeValueAsString(members);
    }

    private static @Nullable Map<String, Object> content(@Nullable Mark mark) {
        if (mark == null) {
            return null;
        }
        var content = content("value", mark.value());
        content.put("workType", mark.workType().id());
        if (mark.comment() != null) {
            content.put("comment", mark.comment());
        }
        return content;
    }

    private static @Nullable Map<String, Object> content(Spot.Presence presence) {
        if (presence.code() == null) {
            return null;
        }
        var content = content("code", presence.code());
        if (presence.minutes() != null) {
            content.put("minutes", presence.minutes());
        }
        return content;
    }

    private static @Nullable Map<String, Object> content(@Nullable Homework homework) {
        if (homework == null) {
            return null;
        }
        var content = content("text", homework.text());
        content.put("due", homework.due().toString());
        if (homework.minutes() != null) {
            content.put("minutes", homework.minutes());
        }
        return content;
    }

    private static Map<String, Object> content(String name, @Nullable String value) {
        var content = new TreeMap<String, Object>();
        if (value != null) {
            content.put(name, value);
        }
        return content;
    }
}
