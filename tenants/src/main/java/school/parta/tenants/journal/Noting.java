package school.parta.tenants.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of a lesson's topic and homework. Pure; says no by throwing the refusal. */
final class Noting {

    private static final int TOPIC_LENGTH = 500;
    private static final int HOMEWORK_LENGTH = 4000;
    private static final int MOST_MINUTES = 600;

    private Noting() {}

    /** The lesson with its topic; the same object when nothing changes. */
    static LessonCard topic(Writer writer, Rulebook rules, Place place, Entry.SetTopic entry) {
        Writable.notes(writer, rules, place, entry.reason());
        var topic = entry.topic() == null || entry.topic().isBlank()
                ? null
                : entry.topic().strip();
        if (topic != null && topic.length() > TOPIC_LENGTH) {
            throw new TextTooLong(TOPIC_LENGTH);
        }
        var card = place.card();
        return Objects.equals(card.topic(), topic) ? card : card.withTopic(topic);
    }

    /** The lesson with its homework; the same object when nothing changes. */
    static LessonCard homework(Writer writer, Rulebook rules, Place place, Entry.SetHomework entry) {
        Writable.notes(writer, rules, place, entry.reason());
        var card = place.card();
        var homework = checked(card, entry.homework());
        return Objects.equals(card.homework(), homework) ? card : card.withHomework(homework);
    }

    private static @Nullable Homework checked(LessonCard card, @Nullable Homework written) {
        if (written == null) {
            return null;
        }
        var text = written.text().strip();
        var minutes = written.minutes();
        if (text.isEmpty()
                || written.due().isBefore(card.date())
                || written.due().isAfter(card.date().plusYears(1))
                || (minutes != null && (minutes < 0 || minutes > MOST_MINUTES))) {
            throw new HomeworkIncomplete();
        }
        if (text.length() > HOMEWORK_LENGTH) {
            throw new TextTooLong(HOMEWORK_LENGTH);
        }
        return new Homework(text, written.due(), minutes);
    }
}
