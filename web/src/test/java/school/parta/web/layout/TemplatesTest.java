package school.parta.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import school.parta.platform.security.OwnSession;
import school.parta.platform.security.Role;
import school.parta.tenants.classes.Child;
import school.parta.tenants.classes.TaughtSubject;
import school.parta.tenants.diary.DiaryWeek;
import school.parta.tenants.diary.SubjectAverages;
import school.parta.tenants.home.ClassChoice;
import school.parta.tenants.home.TeacherDay;
import school.parta.tenants.journal.Group;
import school.parta.tenants.journal.Lesson;
import school.parta.tenants.journal.Subject;
import school.parta.web.diary.DiaryFrame;
import school.parta.web.home.HomeFrame;
import school.parta.web.http.Messages;
import school.parta.web.http.Problem;
import school.parta.web.journal.CellPage;
import school.parta.web.journal.Grid;

class TemplatesTest {

    private static final TemplateEngine ENGINE = new LayoutConfiguration().templates(false);
    private static final List<Lesson> LESSONS = List.of(
            Samples.lesson(1, Samples.TODAY.minusDays(1), null),
            Samples.lesson(2, Samples.TODAY, Samples.EVIL),
            Samples.lesson(3, Samples.TODAY.plusDays(9), null));
    private static final Problem PROBLEM =
            new Problem("about:blank", "Нет " + Samples.EVIL, 500, "Что делать", "/", "r-1", List.of(), Map.of());

    static Stream<Arguments> pages() {
        var frame = new HomeFrame("school-65", Samples.EVIL, Samples.ZONE, Samples.TODAY, Instant.EPOCH);
        var open = List.of(new TeacherDay.ClassPage(
                new Group(new UUID(7, 6), "7А" + Samples.EVIL), new Subject(new UUID(7, 5), Samples.EVIL), true));
        var grid = grid(true);
        var row = grid.page().rows().getFirst();
        var cell = new CellPage(grid, LESSONS.getFirst(), row, row.cells().getFirst(), PROBLEM);
        return Stream.of(
                Arguments.of("account/login", Map.of("failed", true, "login", Samples.EVIL, "next", Samples.EVIL)),
                Arguments.of(
                        "account/account",
                        Map.of("account", account(), "sessions", sessions(), "message", Samples.EVIL)),
                Arguments.of("error/problem", Map.of("problem", PROBLEM)),
                Arguments.of("error/offline", Map.of()),
                Arguments.of("home/empty", Map.of("about", "pages.home.about.admin")),
                Arguments.of("home/reader", Map.of("choice", choice(open), "frame", frame)),
                Arguments.of("home/teacher", Map.of("day", day(open), "frame", frame)),
                Arguments.of("journal/page", Map.of("grid", grid, "problem", PROBLEM)),
                Arguments.of("journal/page", Map.of("grid", grid(false))),
                Arguments.of("journal/form", Map.of("cell", cell)),
                Arguments.of("diary/page", Map.of("week", week(), "frame", diary())),
                Arguments.of(
                        "diary/subjects",
                        Map.of(
                                "averages",
                                averages(),
                                "periods",
                                Samples.settings().periods(),
                                "frame",
                                diary())));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageIsWholeInBothLanguagesAndPassesNoMarkupOn(String template, Map<String, Object> model) {
        for (var locale : List.of(Messages.RUSSIAN, Locale.ENGLISH)) {
            var html = render(template, model, locale);
            assertThat(html).startsWith("<!doctype html>").endsWith("</html>\n").contains("lang=\"" + locale + "\"");
            assertThat(html)
                    .doesNotContain("<script>")
                    .doesNotContain(" style=")
                    .doesNotContain("<style");
        }
    }

    @Test
    void gridHasOneCellForEachPupilAndLesson() {
        var html = render("journal/page", Map.of("grid", grid(true)), Messages.RUSSIAN);
        assertThat(html.split("<td [^>]*data-lesson=\"[^\"]+\" data-pupil=\"", -1))
                .hasSize(1 + 2 * LESSONS.size());
        assertThat(html).contains(">5</b>/<b").contains("<i class=\"abs\"").contains("aria-readonly=\"false\"");
    }

    @Test
    void closedPeriodOffersNothingToType() {
        var html = render("journal/page", Map.of("grid", grid(false)), Messages.RUSSIAN);
        assertThat(html)
                .contains("aria-readonly=\"true\"")
                .contains("Период закрыт")
                .doesNotContain("<button name=\"cell\"");
    }

    @Test
    void weekWithoutLessonsSaysSo() {
        var empty = new DiaryWeek(Samples.PUPIL, "2026-W45", List.of(day(List.of(), 0), day(List.of(), 1)), 1, "s:1");
        var html = render("diary/page", Map.of("week", empty, "frame", diary()), Messages.RUSSIAN);
        assertThat(html).contains("Уроков нет").doesNotContain("class=\"days\"");
    }

    @Test
    void templatesEscapeEverything() throws IOException {
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContain("$unsafe")
                            .doesNotContainPattern(" on[a-z]+="));
        }
    }

    private static String render(String template, Map<String, Object> model, Locale locale) {
        var output = new StringOutput();
        var all = new HashMap<>(model);
        all.put("page", Samples.page(locale, Role.TEACHER));
        ENGINE.render(template + ".jte", all, output);
        return output.toString();
    }

    private static Grid grid(boolean writable) {
        var named = new TaughtSubject.Named(new UUID(7, 6), "7А" + Samples.EVIL);
        return Grid.of(
                "school-65",
                Samples.journal(writable, LESSONS),
                Samples.settings(),
                List.of(new TaughtSubject(named, named, named, true)),
                Samples.ZONE,
                Samples.TODAY,
                null);
    }

    private static Object account() {
        var account = Samples.page(Messages.RUSSIAN, Role.TEACHER).account();
        assertThat(account).isNotNull();
        return account;
    }

    private static List<OwnSession> sessions() {
        return List.of(
                new OwnSession(new UUID(1, 1), "Chrome " + Samples.EVIL, Instant.EPOCH, Instant.EPOCH, true),
                new OwnSession(new UUID(1, 2), "Firefox", Instant.EPOCH, Instant.EPOCH, false));
    }

    private static TeacherDay day(List<TeacherDay.ClassPage> open) {
        return new TeacherDay(Samples.TODAY, Samples.TODAY, LESSONS, open);
    }

    private static ClassChoice choice(List<TeacherDay.ClassPage> open) {
        return new ClassChoice(List.of(new ClassChoice.OfClass("7А" + Samples.EVIL, open)));
    }

    private static DiaryFrame diary() {
        var children = List.of(
                new Child(Samples.PUPIL, "Белова Мария " + Samples.EVIL, "7А"),
                new Child(new UUID(7, 10), "Белов Пётр", null));
        return new DiaryFrame("school-65", Samples.PUPIL, children, Samples.ZONE, Samples.TODAY);
    }

    private static DiaryWeek week() {
        return new DiaryWeek(Samples.PUPIL, "2026-W48", List.of(day(LESSONS, 0), day(List.of(), 1)), 1, "school-65:1");
    }

    private static DiaryWeek.Day day(List<Lesson> lessons, int offset) {
        return new DiaryWeek.Day(
                Samples.TODAY.plusDays(offset),
                lessons.stream().map(TemplatesTest::inDiary).toList());
    }

    private static DiaryWeek.Lesson inDiary(Lesson lesson) {
        return new DiaryWeek.Lesson(
                lesson.id(),
                lesson.slot(),
                lesson.startsAt(),
                lesson.endsAt(),
                lesson.subject(),
                lesson.teacher(),
                lesson.room(),
                "Петрова " + Samples.EVIL,
                lesson.topic(),
                lesson.homework(),
                new DiaryWeek.Absence("оп", 10),
                List.of(Samples.mark(lesson, "5")));
    }

    private static SubjectAverages averages() {
        var period = Samples.settings().periods().getFirst();
        var line = new SubjectAverages.Line(
                LESSONS.getFirst().subject(),
                "4.38",
                "4",
                List.of(Samples.mark(LESSONS.getFirst(), "5")),
                new SubjectAverages.Absences(3, 1, 1, 1, 0));
        return new SubjectAverages(
                Samples.PUPIL,
                new SubjectAverages.Period(period.id(), period.name(), period.from(), period.to(), false),
                List.of(line),
                1,
                "school-65:1");
    }
}
