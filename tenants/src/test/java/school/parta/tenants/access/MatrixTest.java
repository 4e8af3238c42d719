package school.parta.tenants.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import school.parta.platform.security.Role;

class MatrixTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PUBLIC")
    void everyResourceHasALineAndEveryRoleAColumn(Resource resource) {
        for (var role : Role.values()) {
            assertThat(Matrix.reach(role, resource, Action.READ)).isNotNull();
        }
        assertThat(Set.of(Role.values())).anyMatch(role -> Matrix.allows(List.of(role), resource, Action.READ));
    }

    @ParameterizedTest
    @EnumSource(Resource.class)
    void nobodyWritesWhatHeMayNotRead(Resource resource) {
        for (var role : Role.values()) {
            assertThat(Matrix.allows(List.of(role), resource, Action.READ)
                            || !Matrix.allows(List.of(role), resource, Action.WRITE))
                    .as("%s of %s", resource, role)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TEACHER,MARKS,WRITE,OWN_LOAD", "CLASS_TEACHER,MARKS,READ,OWN_CLASS", "GUARDIAN,MARKS,READ,CHILDREN",
        "PUPIL,ATTENDANCE,READ,OWN", "DEPUTY,MARKS,READ,SCHOOL", "DEPUTY,MARKS,WRITE,NONE",
        "DIRECTOR,MARKS,WRITE,NONE", "ADMIN,MARKS,READ,NONE", "SYSADMIN,TIMETABLE,READ,NONE",
        "CLASS_TEACHER,ATTENDANCE,WRITE,OWN_CLASS", "SECRETARY,ATTENDANCE,WRITE,SCHOOL", "HR,TIMETABLE,READ,SCHOOL"
    })
    void roleReachesAsFarAsTheNoteSays(Role role, Resource resource, Action action, Reach reach) {
        assertThat(Matrix.reach(role, resource, action)).isEqualTo(reach);
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN,MARKS,READ,HIDDEN", "ADMIN,MARKS,WRITE,HIDDEN", "SYSADMIN,ATTENDANCE,WRITE,HIDDEN",
        "DEPUTY,MARKS,READ,RUN", "DEPUTY,MARKS,WRITE,FORBIDDEN", "DIRECTOR,TOPICS_AND_HOMEWORK,WRITE,FORBIDDEN",
        "TEACHER,MARKS,WRITE,RUN", "GUARDIAN,MARKS,WRITE,RUN", "PUPIL,MARKS,READ,RUN"
    })
    void requestIsRunForbiddenOrHidden(Role role, Resource resource, Action action, Verdict verdict) {
        assertThat(Matrix.verdict(List.of(role), resource, action)).isEqualTo(verdict);
    }

    @Test
    void rolesAddUp() {
        var both = List.of(Role.GUARDIAN, Role.TEACHER);
        assertThat(Matrix.reach(both, Resource.MARKS, Action.READ)).containsExactly(Reach.OWN_LOAD, Reach.CHILDREN);
        assertThat(Matrix.verdict(List.of(Role.DIRECTOR, Role.TEACHER), Resource.MARKS, Action.WRITE))
                .isEqualTo(Verdict.RUN);
    }

    @Test
    void noRoleIsNothing() {
        assertThat(Matrix.verdict(List.of(), Resource.SCHOOL_RULES, Action.READ))
                .isEqualTo(Verdict.HIDDEN);
    }
}
