package school.parta.tenants.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.parta.platform.security.Account;
import school.parta.platform.security.Membership;
import school.parta.platform.security.PlatformRole;
import school.parta.platform.security.Role;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules(CommonPasswords.read());

    private static Account account(Set<PlatformRole> platform, Role... roles) {
        var membership =
                new Membership(1, "school-65", "Школа", ZoneId.of("Europe/Moscow"), Set.of(roles), new UUID(0, 1));
        return new Account(
                new UUID(0, 2),
                "korolev.sergey",
                "Королёв Сергей Ильич",
                "ru",
                platform,
                roles.length == 0 ? List.of() : List.of(membership),
                new UUID(0, 3));
    }

    private boolean fits(String password, Role... roles) {
        return rules.check(password, account(Set.of(), roles)).isEmpty();
    }

    @Test
    void familyNeedsEightCharactersAndStaffTwelve() {
        assertThat(fits("зимой-7ё", Role.GUARDIAN)).isTrue();
        assertThat(fits("зимой-7", Role.GUARDIAN)).isFalse();
        assertThat(fits("зимой-7ёлок", Role.TEACHER)).isFalse();
        assertThat(fits("зимой-7ёлок!", Role.TEACHER)).isTrue();
    }

    @Test
    void guardianWhoAlsoTeachesIsStaff() {
        assertThat(fits("зимой-7ё", Role.GUARDIAN, Role.TEACHER)).isFalse();
    }

    @Test
    void platformRolesAreStaff() {
        assertThat(rules.check("зимой-7ё", account(Set.of(PlatformRole.OPERATOR))))
                .isPresent();
    }

    @Test
    void charactersAreCountedNotUnits() {
        assertThat(fits("🦉🦔🦊🐿", Role.PUPIL)).isFalse();
        assertThat(fits("🦉🦔🦊🐿🐇🦡🦢🦫", Role.PUPIL)).isTrue();
    }

    @Test
    void longSentenceIsWelcomeUpToAHundredAndTwentyEight() {
        assertThat(fits("ёж и лиса ".repeat(12), Role.TEACHER)).isTrue();
        assertThat(fits("ёж и лиса ".repeat(13), Role.TEACHER)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"korolev.sergey", "Korolev.Sergey1", "Королёв2010", "сергейильич", "Sergey-Korolev"})
    void ownNameOrLoginIsNoPassword(String password) {
        assertThat(fits(password, Role.GUARDIAN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parta-demo-2026",
                "QWERTY12345678",
                "password2026!",
                "йцукенгшщзхъ",
                "111111111111",
                "123456789",
                "abcdefghijklm",
                "987654321",
                "абвгдежзийкл",
                "Пароль1234567",
                "abababababab"
            })
    void whatEverybodyKnowsIsNoPassword(String password) {
        assertThat(fits(password, Role.PUPIL)).isFalse();
    }

    @Test
    void refusalSaysWhy() {
        assertThat(rules.check("короткий", account(Set.of(), Role.TEACHER)))
                .hasValueSatisfying(unfit -> assertThat(unfit.arguments()).containsExactly("short", 12));
    }
}
