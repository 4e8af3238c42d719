package school.parta.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.parta.platform.ledger.Topic;
import school.parta.testing.TestServers;

/** Order, holes and duplicates of what arrives; the node under test hears nothing but what the test tells it. */
class LiveHubTest {

    private static final Topic TOPIC = Topic.pupilFamily(UUID.randomUUID());

    private static TestNode node;

    @BeforeAll
    static void start() {
        node = new TestNode(
                TestServers.running().database(), "redis://127.0.0.1:1", TestNode.deaf(64), new StreamLimits(20, 1000));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void ownCommitIsHeardInOrder() {
        var client = node.client(null, TOPIC).reading();
        var first = node.change("mark.given", TOPIC);
        var second = node.change("mark.corrected", TOPIC);
        assertThat(client.hears(second).changes()).containsExactly(first, second);
        assertThat(client.text()).contains("\"kind\":\"mark.given\"").startsWith("id: school-65:");
    }

    @Test
    void otherTopicsAreNotHeard() {
        var client = node.client(null, TOPIC).reading();
        node.change("mark.given", Topic.pupilFamily(UUID.randomUUID()));
        var heard = node.change("mark.given", TOPIC);
        assertThat(client.hears(heard).changes()).containsExactly(heard);
    }

    @Test
    void changeForTwoTopicsIsHeardOnce() {
        var other = Topic.groupFamilies(UUID.randomUUID());
        var client = node.client(null, TOPIC, other).reading();
        var seq = node.change("homework.set", TOPIC, other);
        var next = node.change("mark.given", TOPIC);
        assertThat(client.hears(next).changes()).containsExactly(seq, next);
    }

    @Test
    void duplicateAndLateMessagesAreDropped() {
        var client = node.client(null, TOPIC).reading();
        var head = node.silently(2, "mark.given", TOPIC);
        var message = node.message(head - 1, List.of("mark.given", "mark.given"), TOPIC);
        node.hub().heard(message);
        node.hub().heard(message);
        node.hub().heard(node.message(head - 1, List.of("mark.given"), TOPIC));
        var next = node.change("mark.given", TOPIC);
        assertThat(client.hears(next).changes()).containsExactly(head - 1, head, next);
    }

    @Test
    void messagesOutOfOrderAreAppliedInOrderWithoutReading() {
        var client = node.client(null, TOPIC).reading();
        var holes = node.count("parta.live.holes");
        var head = node.silently(3, "mark.given", TOPIC);
        node.hub().heard(node.message(head, List.of("mark.given"), TOPIC));
        node.hub().heard(node.message(head - 1, List.of("mark.given"), TOPIC));
        node.hub().heard(node.message(head - 2, List.of("mark.given"), TOPIC));
        assertThat(client.hears(head).changes()).containsExactly(head - 2, head - 1, head);
        assertThat(node.count("parta.live.holes")).isEqualTo(holes);
    }

    @Test
    void holeIsReadFromTheLedger() {
        var client = node.client(null, TOPIC).reading();
        var holes = node.count("parta.live.holes");
        var head = node.silently(300, "mark.given", TOPIC);
        node.hub().heard(node.message(head, List.of("mark.given"), TOPIC));
        assertThat(client.hears(head).changes()).hasSize(300).isSorted().doesNotHaveDuplicates();
        assertThat(node.count("parta.live.holes")).isEqualTo(holes + 1);
    }

    @Test
    void massChangeIsReadFromTheLedger() {
        var client = node.client(null, TOPIC).reading();
        var head = node.silently(100, "mark.given", TOPIC);
        node.hub().heard(new NodeMessage("another", node.school, head - 99, head, List.of()));
        assertThat(client.hears(head).changes()).hasSize(100);
    }

    @Test
    void messageOfChangesThatNeverHappenedIsForgotten() {
        var client = node.client(null, TOPIC).reading();
        var far = node.head() + 1000;
        node.hub().heard(node.message(far, List.of("mark.given"), TOPIC));
        TestClient.pause(100);
        var seq = node.change("mark.given", TOPIC);
        assertThat(client.hears(seq).changes()).containsExactly(seq);
        assertThat(node.follow().last()).isEqualTo(seq);
    }

    @Test
    void unsoundMessagesAreRefused() {
        var sound = node.message(5, List.of("mark.given"), TOPIC);
        assertThat(sound.isSound()).isTrue();
        assertThat(node.message(0, List.of("mark.given"), TOPIC).isSound()).isFalse();
        assertThat(node.message(5, List.of("mark\ndata: x"), TOPIC).isSound()).isFalse();
        assertThat(node.message(5, List.of("mark.given"), new Topic("<b>")).isSound())
                .isFalse();
        assertThat(new NodeMessage("another", node.school, 5, 9, sound.rows()).isSound())
                .isFalse();
        assertThat(new NodeMessage(
                                "another",
                                node.school,
                                5,
                                70,
                                Collections.nCopies(65, sound.rows().getFirst()))
                        .isSound())
                .isFalse();
    }

    @Test
    void changeOfReachEndsTheStreamsItNames() {
        var group = Topic.groupStaff(UUID.randomUUID(), UUID.randomUUID());
        var named = node.client(null, group).reading();
        var other = node.client(null, TOPIC).reading();
        var seq = node.change("load.changed", group);
        assertThat(named.ends().changes()).containsExactly(seq);
        assertThat(other.isEnded()).isFalse();
    }

    @Test
    void schoolIsForgottenAfterItsLastViewer() {
        try (var forgetful = new TestNode(
                TestServers.running().database(),
                "redis://127.0.0.1:1",
                TestNode.settings(64, Duration.ofMillis(1)),
                new StreamLimits(20, 1000))) {
            var client = forgetful.client(null, TOPIC).reading();
            client.hears(forgetful.change("mark.given", TOPIC));
            forgetful.hub().tidy();
            assertThat(forgetful.hub().known(forgetful.school)).isNotNull();
            client.stream.cancel();
            client.eventually(5, () -> {
                forgetful.hub().tidy();
                assertThat(forgetful.hub().known(forgetful.school)).isNull();
            });
            var seq = forgetful.silently(1, "mark.given", TOPIC);
            assertThat(forgetful.follow().last()).isEqualTo(seq);
        }
    }
}
