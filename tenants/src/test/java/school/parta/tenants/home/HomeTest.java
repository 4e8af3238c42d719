package school.parta.tenants.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Role;
import school.parta.tenants.Demo;
import school.parta.tenants.classes.Child;
import school.parta.tenants.classes.Classes;
import school.parta.tenants.classes.Families;
import school.parta.tenants.journal.Lesson;
import school.parta.tenants.school.JournalSettings;
import school.parta.tenants.school.School;
import school.parta.testing.FeatureTest;
import school.parta.testing.TestDatabase;

/** What each role meets first, and what it is made of. */
@FeatureTest
class HomeTest {

    @Autowired
    Home home;

    @Autowired
    Classes classes;

    @Autowired
    Families families;

    @Autowired
    School school;

    @Autowired
    TestDatabase database;

    Demo demo;

    @BeforeEach
    void open() {
        demo = new Demo(database);
    }

    @Test
    void teacherMeetsTheNextLessons() {
        var teacher = demo.actor("teacher");
        var day = demo.await(teacher, home.day(teacher));
        assertThat(day.today()).isEqualTo(LocalDate.now(teacher.membership().timeZone()));
        assertThat(day.lessonsOn()).isAfterOrEqualTo(day.today());
        assertThat(day.lessons())
                .isNotEmpty()
                .allMatch(Lesson::mine)
                .allMatch(each -> each.date().equals(day.lessonsOn()));
        assertThat(day.pages()).isNotEmpty().allMatch(TeacherDay.ClassPage::mine);
    }

    @Test
    void headsChooseAmongAllClasses() {
        var deputy = demo.actor("deputy");
        var choice = demo.await(deputy, home.choice(deputy));
        assertThat(choice.classes())
                .extracting(ClassChoice.OfClass::name)
                .contains("1А", "7А", "11Б")
                .hasSizeGreaterThan(20);
        var leader = demo.actor("classteacher");
        var led = demo.as(leader, leader.person(), Role.CLASS_TEACHER);
        assertThat(demo.await(led, home.choice(led)).classes())
                .hasSize(1)
                .allSatisfy(each -> assertThat(each.pages()).hasSizeGreaterThan(8));
    }

    @Test
    void othersOpenNoPage() {
        for (var login : new String[] {"parent", "pupil", "admin", "secretary"}) {
            Actor actor = demo.actor(login);
            assertThat(demo.await(actor, classes.open(actor))).as(login).isEmpty();
        }
    }

    @Test
    void guardianSeesItsChildren() {
        var parent = demo.actor("parent");
        var pupil = demo.actor("pupil");
        var children = demo.await(parent, families.pupilsOf(parent));
        assertThat(children).extracting(Child::schoolClass).containsExactlyInAnyOrder("7А", "4Б");
        assertThat(demo.await(pupil, families.pupilsOf(pupil)))
                .hasSize(1)
                .allMatch(child -> child.id().equals(pupil.person()));
        var teacher = demo.actor("teacher");
        assertThat(demo.await(teacher, families.pupilsOf(teacher))).isEmpty();
        var family = demo.actor("family", "lyceum-69");
        assertThat(demo.await(family, families.pupilsOf(family))).hasSize(1);
    }

    @Test
    void settingsTellTheRulesOfTheSchool() {
        var parent = demo.actor("parent");
        var settings = demo.await(parent, school.settings(parent));
        assertThat(settings.timeZone()).isEqualTo("Europe/Moscow");
        assertThat(settings.absenceCodes())
                .extracting(JournalSettings.AbsenceCode::code)
                .containsExactly("н", "б", "уп", "нп", "оп", "осв");
        assertThat(settings.scales())
                .anySatisfy(scale -> assertThat(scale.values()).startsWith("5", "4", "3", "2"));
        assertThat(settings.workTypes()).isNotEmpty();
        assertThat(settings.periods())
                .anySatisfy(period -> assertThat(period.grades()).contains(7))
                .anyMatch(JournalSettings.Period::closed);
    }
}
