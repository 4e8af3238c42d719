package school.parta.tenants.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import school.parta.platform.ledger.Topic;
import school.parta.platform.live.Followed;
import school.parta.platform.security.Actor;
import school.parta.tenants.Demo;
import school.parta.testing.FeatureTest;
import school.parta.testing.TestDatabase;

@FeatureTest
class FollowingTest {

    @Autowired
    Following following;

    @Autowired
    TestDatabase database;

    Demo demo;

    @BeforeEach
    void open() {
        demo = new Demo(database);
    }

    private Followed followed(Actor actor) {
        return demo.await(actor, following.of(actor));
    }

    private List<String> topics(Actor actor) {
        return followed(actor).topics().stream().map(Topic::name).sorted().toList();
    }

    private List<String> named(Actor actor, String prefix) {
        return topics(actor).stream().filter(name -> name.startsWith(prefix)).toList();
    }

    private String today(Actor actor) {
        return "date '" + actor.today(Clock.systemUTC()) + "'";
    }

    @Test
    void guardianFollowsTheChildrenTheirGroupsAndTheSchool() {
        var parent = demo.actor("parent");
        assertThat(named(parent, "family:pupil:")).hasSize(2);
        assertThat(named(parent, "family:group:")).isNotEmpty();
        assertThat(topics(parent))
                .contains("family:school", "account:" + parent.account().id())
                .noneMatch(name -> name.startsWith("staff:"));
    }

    @Test
    void pupilFollowsOnlyItself() {
        var pupil = demo.actor("pupil");
        assertThat(named(pupil, "family:pupil:")).containsExactly("family:pupil:" + pupil.person());
        assertThat(named(demo.actor("parent"), "family:pupil:")).contains("family:pupil:" + pupil.person());
    }

    @Test
    void teacherFollowsTheLoad() {
        var teacher = demo.actor("teacher");
        assertThat(named(teacher, "staff:group:"))
                .hasSize((int) database.number("""
                        select count(distinct (study_group, subject))
                        from teaching_load
                        where staff = '%s' and %s between from_day and coalesce(until_day, 'infinity')
                        """.formatted(teacher.person(), today(teacher))))
                .isNotEmpty();
        assertThat(named(teacher, "family:")).isEmpty();
        assertThat(named(teacher, "staff:school")).isEmpty();
    }

    @Test
    void classTeacherFollowsTheClassAndDeputyTheSchool() {
        assertThat(named(demo.actor("classteacher"), "staff:class:")).hasSize(1);
        assertThat(named(demo.actor("deputy"), "staff:")).contains("staff:school");
        assertThat(named(demo.actor("director"), "staff:")).contains("staff:school");
    }

    @Test
    void officeFollowsOnlyItsAccount() {
        var secretary = demo.actor("secretary");
        assertThat(topics(secretary))
                .containsExactly("account:" + secretary.account().id());
    }

    @Test
    void rightsInOneSchoolAreNoneInAnother() {
        var here = demo.actor("family", "school-65");
        var there = demo.actor("family", "lyceum-69");
        assertThat(named(here, "staff:")).isEmpty();
        assertThat(named(there, "staff:group:")).isNotEmpty();
        assertThat(named(there, "family:pupil:")).doesNotContainAnyElementsOf(named(here, "family:pupil:"));
    }

    @Test
    void loadThatEndsTodayIsFollowedUntilMidnightInTheSchool() {
        var teacher = demo.actor("teacher");
        var before = named(teacher, "staff:group:");
        database.execute("update teaching_load set until_day = %s where staff = '%s'"
                .formatted(today(teacher), teacher.person()));
        assertThat(named(teacher, "staff:group:")).isEqualTo(before);
        var midnight = teacher.today(Clock.systemUTC())
                .plusDays(1)
                .atStartOfDay(teacher.membership().timeZone())
                .toInstant();
        assertThat(followed(teacher).validUntil()).isEqualTo(midnight);
        database.execute("update teaching_load set until_day = %s - 1 where staff = '%s'"
                .formatted(today(teacher), teacher.person()));
        assertThat(named(teacher, "staff:group:")).isEmpty();
        database.execute("update teaching_load set until_day = null where staff = '" + teacher.person() + "'");
        assertThat(named(teacher, "staff:group:")).isEqualTo(before);
    }

    @Test
    void guardianshipThatBeginsTomorrowEndsTodaysStream() {
        var parent = demo.actor("parent69", "lyceum-69");
        var pupil = database.text("select person from pupil where tenant_id = %d and person not in (%s) limit 1"
                .formatted(
                        parent.membership().tenant(),
                        "select pupil from guardianship where guardian = '" + parent.person() + "'"));
        database.execute("""
                insert into guardianship (tenant_id, guardian, pupil, kinship, from_day)
                values (%d, '%s', '%s', 'other', %s + 1)
                """.formatted(parent.membership().tenant(), parent.person(), pupil, today(parent)));
        assertThat(named(parent, "family:pupil:")).doesNotContain("family:pupil:" + UUID.fromString(pupil));
        assertThat(followed(parent).validUntil()).isNotNull();
    }
}
