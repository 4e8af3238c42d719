package school.parta.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import school.parta.platform.security.Actor;
import school.parta.tenants.access.Action;
import school.parta.tenants.access.Resource;
import school.parta.testing.ServiceTest;

/** Generated over all mappings: whatever answers HTTP says what it gives access to, and nobody gets it by accident. */
@ServiceTest
class EveryHandlerIsClassifiedTest {

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void everyHandlerIsClassified() {
        assertThat(mapping.getHandlerMethods())
                .hasSizeGreaterThan(8)
                .allSatisfy((info, handler) ->
                        assertThat(Handlers.kind(handler)).as("%s", handler).isNotNull());
    }

    @Test
    void onlyReadsAnswerSafeMethodsAndOnlyWritesTheOthers() {
        mapping.getHandlerMethods().forEach((info, handler) -> {
            var kind = Handlers.kind(handler);
            var reads = info.getMethodsCondition().getMethods().stream()
                    .allMatch(method ->
                            method.name().equals("GET") || method.name().equals("HEAD"));
            assertThat(kind.action()).as("%s", handler).isEqualTo(reads ? Action.READ : Action.WRITE);
        });
    }

    @Test
    void whatBelongsToASchoolLiesUnderOne() {
        mapping.getHandlerMethods().forEach((info, handler) -> {
            var inSchool = paths(info)
                    .allMatch(path -> path.startsWith("/s/{school}") || path.startsWith("/api/v1/schools/{school}"));
            assertThat(takesActor(handler))
                    .as("%s takes an Actor only in a school", handler)
                    .isIn(false, inSchool);
        });
    }

    @Test
    void nobodyGetsAnythingThatIsNotPublic() {
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (Handlers.kind(handler).resource() != Resource.PUBLIC) {
                paths(info)
                        .forEach(path -> info.getMethodsCondition().getMethods().forEach(method -> {
                            var address = path.replaceAll("\\{[^}]+}", "school-65");
                            var answer =
                                    new Browser(port).json(HttpMethod.valueOf(method.name()), address, "", Map.of());
                            assertThat(answer.getStatus().value())
                                    .as("%s %s", method, address)
                                    .isIn(401, 403, 400);
                        }));
            }
        });
    }

    private static Stream<String> paths(RequestMappingInfo info) {
        return info.getPatternsCondition().getPatterns().stream().map(pattern -> pattern.getPatternString());
    }

    private static boolean takesActor(HandlerMethod handler) {
        for (var parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType() == Actor.class) {
                return true;
            }
        }
        return false;
    }
}
