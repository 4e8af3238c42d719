package school.parta.web.layout;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.parta.platform.security.Account;
import school.parta.platform.security.Membership;
import school.parta.platform.security.Role;
import school.parta.tenants.journal.Absence;
import school.parta.tenants.journal.Group;
import school.parta.tenants.journal.Homework;
import school.parta.tenants.journal.JournalPage;
import school.parta.tenants.journal.Lesson;
import school.parta.tenants.journal.Mark;
import school.parta.tenants.journal.Subject;
import school.parta.tenants.journal.WorkType;
import school.parta.tenants.school.JournalSettings;
import school.parta.web.http.Messages;

/** Records that templates are tried with. Every text carries markup, which no page may pass on. */
final class Samples {

    static final String EVIL = "<script>alert(1)</script>\"'&";
    static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    static final UUID PUPIL = new UUID(7, 1);

    private static final UUID PERIOD = new UUID(7, 2);
    private static final WorkType ANSWER = new WorkType(new UUID(7, 3), "Ответ " + EVIL);

    private Samples() {}

    static Page page(Locale locale, Role role) {
        var messages = new Messages();
        var membership = new Membership(1, "school-65", "Школа " + EVIL, ZONE, Set.of(role), PUPIL);
        var account = new Account(
                new UUID(7, 4), "login", "Иванова " + EVIL, locale.getLanguage(), Set.of(), List.of(membership), PUPIL);
        var path = "/s/school-65/journal";
        return new Page(
                new Words(messages, locale),
                account,
                membership,
                "token",
                path,
                "/static",
                Script.json(messages, locale));
    }

    static Lesson lesson(int number, LocalDate date, @Nullable String topic) {
        var start = date.atTime(10, 20).atZone(ZONE).toInstant();
        return new Lesson(
                new UUID(8, number),
                date,
                3,
                start,
                start.plusSeconds(2700),
                new Subject(new UUID(7, 5), "Алгебра " + EVIL),
                new Group(new UUID(7, 6), "7А" + EVIL),
                "214" + EVIL,
                "Иванова О. П." + EVIL,
                topic,
                topic == null ? null : new Homework("№ 5 " + EVIL, date.plusDays(2), 20),
                2,
                true);
    }

    static Mark mark(Lesson lesson, String value) {
        return new Mark(
                UUID.randomUUID(),
                lesson.id(),
                PUPIL,
                value,
                ANSWER,
                new BigDecimal("2.00"),
                "Хорошо " + EVIL,
                2,
                "Иванова О. П.",
                Instant.parse("2026-11-23T08:41:00Z"),
                17);
    }

    static JournalPage journal(boolean writable, List<Lesson> lessons) {
        var cells = lessons.stream()
                .map(lesson -> new JournalPage.Cell(
                        lesson.id(), true, List.of(mark(lesson, "5"), mark(lesson, "2")), new Absence("оп", 10, 1)))
                .toList();
        var stranger = lessons.stream()
                .map(lesson -> new JournalPage.Cell(lesson.id(), false, List.of(), null))
                .toList();
        return new JournalPage(
                new Group(new UUID(7, 6), "7А"),
                new Subject(new UUID(7, 5), "Алгебра"),
                new JournalPage.Period(PERIOD, "2 четверть", TODAY.minusDays(20), TODAY.plusDays(20), !writable),
                writable,
                lessons,
                List.of(
                        new JournalPage.Row(PUPIL, "Белова Мария " + EVIL, "3.50", "4", cells),
                        new JournalPage.Row(new UUID(7, 8), "Ким Юн", null, null, stranger)),
                1042,
                "school-65:1042");
    }

    static JournalSettings settings() {
        var period = new JournalSettings.Period(
                PERIOD, "2 четверть" + EVIL, TODAY.minusDays(20), TODAY.plusDays(20), false, List.of(7));
        return new JournalSettings(
                ZONE.getId(),
                List.of(period),
                List.of(new JournalSettings.WorkType(ANSWER.id(), ANSWER.name(), BigDecimal.ONE)),
                List.of(new JournalSettings.Scale(new UUID(7, 9), List.of("5", "4", "3", "2", "н/а"))),
                List.of(
                        new JournalSettings.AbsenceCode("н", "не был " + EVIL, "unknown"),
                        new JournalSettings.AbsenceCode("оп", "опоздал", "late")));
    }
}
