package school.parta.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final SessionSettings SESSIONS = new SessionSettings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofDays(90),
            Duration.ofDays(30),
            Duration.ofHours(12),
            Duration.ofMinutes(30),
            Duration.ofDays(30));

    private static Duration idle(Set<PlatformRole> platform, Role... roles) {
        var membership = new Membership(1, "s", "S", ZoneId.of("UTC"), Set.of(roles), null);
        var account = new Account(
                new UUID(0, 1),
                "a",
                "A",
                "ru",
                platform,
                roles.length == 0 ? List.of() : List.of(membership),
                new UUID(0, 2));
        return IdleLimits.of(account, SESSIONS);
    }

    @Test
    void whoSeesMoreRestsShorter() {
        assertThat(idle(Set.of(), Role.GUARDIAN)).isEqualTo(Duration.ofDays(30));
        assertThat(idle(Set.of(), Role.TEACHER, Role.CLASS_TEACHER)).isEqualTo(Duration.ofHours(12));
        assertThat(idle(Set.of(), Role.GUARDIAN, Role.TEACHER)).isEqualTo(Duration.ofHours(12));
        assertThat(idle(Set.of(), Role.TEACHER, Role.DIRECTOR)).isEqualTo(Duration.ofMinutes(30));
        assertThat(idle(Set.of(PlatformRole.OPERATOR))).isEqualTo(Duration.ofMinutes(30));
        assertThat(idle(Set.of())).isEqualTo(Duration.ofDays(30));
    }

    private static Rate rate(int perSecond) {
        return new Rate(new LimitSettings(10, 100, Duration.ofMinutes(15), perSecond, 1, 1));
    }

    @Test
    void burstIsOneSecondsWorthAndRefills() {
        var rate = rate(500);
        var account = new UUID(0, 1);
        assertThat(IntStream.range(0, 600)
                        .filter(request -> rate.allows(account, 0))
                        .count())
                .isEqualTo(500);
        assertThat(IntStream.range(0, 600)
                        .filter(request -> rate.allows(account, 100_000_000))
                        .count())
                .isEqualTo(50);
        assertThat(rate.allows(new UUID(0, 2), 0)).isTrue();
    }

    @Test
    void tokensAre256BitsThatNeverRepeat() {
        var tokens = IntStream.range(0, 1000).mapToObj(each -> Tokens.next()).toList();
        assertThat(tokens).doesNotHaveDuplicates().allMatch(token -> token.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void hashIsSha256InHexadecimal() {
        assertThat(Tokens.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void whatIsCountedIsHiddenByTheKey() {
        var one = Throttle.counted("00".repeat(32), "teacher", "10.0.0.1");
        var other = Throttle.counted("01".repeat(32), "teacher", "10.0.0.1");
        assertThat(one).isNotEqualTo(other).isEqualTo(Throttle.counted("00".repeat(32), "teacher", "10.0.0.1"));
        assertThat(one.login()).hasSize(64).isNotEqualTo(one.address());
    }

    @Test
    void secretsDoNotStandInWords() {
        var attempt = new Attempt("teacher", "tops3cret", "10.0.0.1", "Firefox", "token-of-browser");
        assertThat(attempt.toString()).doesNotContain("tops3cret", "token-of-browser");
        assertThat(new Opened("tok3n", java.time.Instant.EPOCH).toString()).doesNotContain("tok3n");
    }
}
