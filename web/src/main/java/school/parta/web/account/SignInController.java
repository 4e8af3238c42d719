package school.parta.web.account;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Opened;
import school.parta.platform.security.SignIn;
import school.parta.platform.security.TooManyAttempts;
import school.parta.platform.security.WrongCredentials;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Action;
import school.parta.tenants.access.Resource;
import school.parta.web.security.Cookies;
import school.parta.web.security.Languages;
import school.parta.web.security.NextPage;

/** The sign-in page. */
@Controller
class SignInController {

    private static final String PAGE = "account/login";

    private final SignIn signIn;
    private final Attempts attempts;
    private final Cookies cookies;
    private final Languages languages;
    private final Clock clock;

    SignInController(SignIn signIn, Attempts attempts, Cookies cookies, Languages languages, Clock clock) {
        this.signIn = signIn;
        this.attempts = attempts;
        this.cookies = cookies;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/login")
    @Access(Resource.PUBLIC)
    Rendering page(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String lang,
            ServerWebExchange exchange) {
        if (lang != null) {
            languages.choose(exchange, lang);
            return Rendering.redirectTo("/login").status(HttpStatus.SEE_OTHER).build();
        }
        return page(HttpStatus.OK, NextPage.of(next), "");
    }

    @PostMapping("/login")
    @Access(value = Resource.PUBLIC, action = Action.WRITE)
    Mono<Rendering> signIn(@ModelAttribute SignInForm form, ServerWebExchange exchange) {
        var login = form.login() == null ? "" : form.login();
        var next = NextPage.of(form.next());
        return signIn.session(attempts.browser(exchange, login, form.password()))
                .map(opened -> signedIn(exchange, opened, next))
                .onErrorResume(WrongCredentials.class, wrong -> Mono.just(page(HttpStatus.UNAUTHORIZED, next, login)))
                .onErrorResume(TooManyAttempts.class, limit -> throttled(exchange, limit, next, login));
    }

    private Rendering signedIn(ServerWebExchange exchange, Opened opened, String next) {
        cookies.writeSession(exchange, opened.token(), Duration.between(clock.instant(), opened.expiresAt()));
        return Rendering.redirectTo(next)
                .status(HttpStatus.SEE_OTHER)
                .contextRelative(false)
                .build();
    }

    private static Mono<Rendering> throttled(
            ServerWebExchange exchange, TooManyAttempts limit, String next, String login) {
        exchange.getResponse()
                .getHeaders()
                .set(HttpHeaders.RETRY_AFTER, String.valueOf(limit.retryAfter().toSeconds()));
        return Mono.just(page(HttpStatus.TOO_MANY_REQUESTS, next, login));
    }

    private static Rendering page(HttpStatus status, String next, String login) {
        return Rendering.view(PAGE)
                .status(status)
                .modelAttribute("failed", status == HttpStatus.UNAUTHORIZED)
                .modelAttribute("throttled", status == HttpStatus.TOO_MANY_REQUESTS)
                .modelAttribute("next", next)
                .modelAttribute("login", login)
                .build();
    }

    /** What a browser keeps for offline work goes with the session. */
    static ResponseEntity<Void> goodbye() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/login"))
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .build();
    }
}
