package school.parta.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class AsOrdinaryUserTest {

    @Test
    void ordinaryUserNeedsNoHelp() {
        assertThat(AsOrdinaryUser.choose(1000, 1000, command -> true)).isEqualTo(new AsOrdinaryUser(List.of(), 1000));
    }

    @Test
    void userWithoutANameBecomesNobodyInANamespace() {
        assertThat(AsOrdinaryUser.choose(1234, 1234, command -> command.contains("unshare")))
                .isEqualTo(new AsOrdinaryUser(List.of("unshare", "-U"), 1234));
        assertThatExceptionOfType(EmbeddedServerFailed.class)
                .isThrownBy(() -> AsOrdinaryUser.choose(1234, 1234, command -> false))
                .withMessageContaining("no name in /etc/passwd");
    }

    @Test
    void rootKeepsItsOwnFilesInANamespace() {
        assertThat(AsOrdinaryUser.choose(0, 0, command -> true))
                .isEqualTo(new AsOrdinaryUser(List.of("unshare", "-U"), 0));
    }

    @Test
    void rootServesFilesOfAnotherAsThatUser() {
        AsOrdinaryUser user = AsOrdinaryUser.choose(0, 1000, command -> true);
        assertThat(user.prefix()).contains("setpriv", "--reuid=1000");
        assertThat(user.owner()).isEqualTo(1000);
    }

    @Test
    void rootWithoutNamespacesBecomesNobody() {
        AsOrdinaryUser user = AsOrdinaryUser.choose(0, 0, command -> command.contains("setpriv"));
        assertThat(user.prefix()).contains("--reuid=65534");
        assertThat(user.owner()).isEqualTo(65534);
    }

    @Test
    void rootWithoutAnyWayIsToldWhatToDo() {
        assertThatExceptionOfType(EmbeddedServerFailed.class)
                .isThrownBy(() -> AsOrdinaryUser.choose(0, 0, command -> false))
                .withMessageContaining("neither unshare nor setpriv");
    }
}
