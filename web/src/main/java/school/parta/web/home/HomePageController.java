package school.parta.web.home;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Account;
import school.parta.platform.security.Actor;
import school.parta.platform.security.PlatformRole;
import school.parta.platform.security.Role;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Resource;
import school.parta.tenants.classes.Families;
import school.parta.tenants.home.Home;
import school.parta.web.layout.Hat;

/** The first page: of the account, and of each school it belongs to. */
@Controller
class HomePageController {

    private static final Set<Role> READERS = Set.of(Role.DEPUTY, Role.DIRECTOR, Role.CLASS_TEACHER);

    private final Home home;
    private final Families families;
    private final Clock clock;

    HomePageController(Home home, Families families, Clock clock) {
        this.home = home;
        this.families = families;
        this.clock = clock;
    }

    /** Goes on to where the account's main role begins: work first, else the diary of the first child. */
    @GetMapping("/")
    @Access(Resource.OWN_ACCOUNT)
    Mono<Rendering> start(Account account, ServerWebExchange exchange) {
        var hats = Hat.of(account.memberships());
        if (hats.isEmpty()) {
            return Mono.just(outside(account));
        }
        var hat = hats.stream().filter(each -> !each.family()).findFirst().orElse(hats.getFirst());
        return hat.family() ? diary(new Actor(account, hat.membership()), exchange) : Mono.just(to(hat.path()));
    }

    /** One redirect instead of two, for whoever opens the diary on a slow line. */
    private Mono<Rendering> diary(Actor actor, ServerWebExchange exchange) {
        var request = exchange.getResponse().getHeaders().getFirst("X-Request-Id");
        var path = "/s/" + actor.school() + "/diary";
        return families.pupilsOf(actor)
                .map(children -> to(
                        children.isEmpty()
                                ? path
                                : path + "/" + children.getFirst().id()))
                .contextWrite(actor.scope(request, null)::in);
    }

    private static Rendering outside(Account account) {
        var role = account.platformRoles().contains(PlatformRole.OPERATOR)
                ? "operator"
                : account.platformRoles().contains(PlatformRole.ANALYST) ? "analyst" : "nobody";
        return empty(role);
    }

    private static Rendering to(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }

    private static Rendering empty(String role) {
        return Rendering.view("home/empty")
                .modelAttribute("about", "pages.home.about." + role)
                .build();
    }

    @GetMapping("/s/{school}")
    @Access(Resource.SCHOOL_RULES)
    Mono<Rendering> school(Actor actor) {
        if (actor.is(Role.TEACHER)) {
            return home.day(actor)
                    .map(day -> Rendering.view("home/teacher")
                            .modelAttribute("day", day)
                            .modelAttribute("frame", frame(actor))
                            .build());
        }
        if (actor.roles().stream().anyMatch(READERS::contains)) {
            return home.choice(actor)
                    .map(choice -> Rendering.view("home/reader")
                            .modelAttribute("choice", choice)
                            .modelAttribute("frame", frame(actor))
                            .build());
        }
        return Mono.just(Hat.works(actor.membership()) ? quiet(actor) : to("/s/" + actor.school() + "/diary"));
    }

    private static Rendering quiet(Actor actor) {
        return Hat.of(List.of(actor.membership())).stream()
                .findFirst()
                .map(hat -> empty(hat.role().name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> empty("nobody"));
    }

    private HomeFrame frame(Actor actor) {
        return new HomeFrame(
                actor.school(),
                actor.account().name(),
                actor.membership().timeZone(),
                actor.today(clock),
                clock.instant());
    }
}
