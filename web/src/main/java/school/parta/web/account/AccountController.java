package school.parta.web.account;

import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import school.parta.platform.refusal.Refusal;
import school.parta.platform.security.Account;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Action;
import school.parta.tenants.access.Resource;
import school.parta.tenants.account.OwnAccount;
import school.parta.web.http.Messages;
import school.parta.web.http.Problems;
import school.parta.web.security.Cookies;
import school.parta.web.security.Languages;

/** The page of one's own account and its forms. */
@Controller
class AccountController {

    private final OwnAccount own;
    private final Problems problems;
    private final Messages messages;
    private final Cookies cookies;
    private final Languages languages;

    AccountController(OwnAccount own, Problems problems, Messages messages, Cookies cookies, Languages languages) {
        this.own = own;
        this.problems = problems;
        this.messages = messages;
        this.cookies = cookies;
        this.languages = languages;
    }

    /** What the form for a new password sends. */
    record PasswordForm(@Nullable String current, @Nullable String password) {

        @Override
        public String toString() {
            return "PasswordForm";
        }
    }

    @GetMapping("/account")
    @Access(Resource.OWN_ACCOUNT)
    Mono<Rendering> page(
            Account account, @RequestParam(required = false) @Nullable String done, ServerWebExchange exchange) {
        var key = "account.done." + done;
        var message = done != null && messages.has(key) ? messages.text(languages.of(exchange), key) : null;
        return page(account, HttpStatus.OK, message);
    }

    private Mono<Rendering> page(Account account, HttpStatus status, @Nullable String message) {
        var model = new HashMap<String, Object>();
        if (message != null) {
            model.put("message", message);
        }
        return own.sessions(account)
                .map(sessions -> Rendering.view("account/account")
                        .status(status)
                        .model(model)
                        .modelAttribute("account", account)
                        .modelAttribute("sessions", sessions)
                        .build());
    }

    @PostMapping("/account/password")
    @Access(value = Resource.OWN_ACCOUNT, action = Action.WRITE)
    Mono<Rendering> changePassword(Account account, @ModelAttribute PasswordForm form, ServerWebExchange exchange) {
        var old = form.current() == null ? "" : form.current();
        var wanted = form.password() == null ? "" : form.password();
        return own.changePassword(account, old, wanted)
                .thenReturn(back("password"))
                .onErrorResume(
                        Refusal.class,
                        refusal -> page(
                                account,
                                Problems.status(refusal),
                                problems.of(refusal, exchange).detail()));
    }

    private static Rendering back(String done) {
        return Rendering.redirectTo("/account?done=" + done)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }

    @PostMapping("/account/sessions/{id}/end")
    @Access(value = Resource.OWN_ACCOUNT, action = Action.WRITE)
    Mono<Rendering> end(Account account, @PathVariable UUID id) {
        return own.end(account, id).thenReturn(back("session"));
    }

    @PostMapping("/account/language")
    @Access(value = Resource.OWN_ACCOUNT, action = Action.WRITE)
    Mono<Rendering> changeLanguage(Account account, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> String.valueOf(form.getFirst("language")))
                .flatMap(language -> own.changeLanguage(account, language))
                .thenReturn(back("language"));
    }

    @PostMapping("/logout")
    @Access(value = Resource.PUBLIC, action = Action.WRITE)
    Mono<ResponseEntity<Void>> signOut(ServerWebExchange exchange) {
        cookies.clearSession(exchange);
        return Mono.justOrEmpty(exchange.<Account>getAttribute(Account.class.getName()))
                .flatMap(account -> own.end(account, account.session()).onErrorComplete(Refusal.class))
                .thenReturn(SignInController.goodbye());
    }
}
