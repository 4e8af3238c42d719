package school.parta.web.security;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;

/** What a path and a method tell about a request before anything is looked up. */
final class Paths {

    private static final List<String> SCHOOL = List.of("/api/v1/schools/", "/s/");

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private Paths() {}

    static String of(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().pathWithinApplication().value();
    }

    static boolean isApi(ServerWebExchange exchange) {
        return of(exchange).startsWith("/api/");
    }

    static boolean isStatic(ServerWebExchange exchange) {
        return of(exchange).startsWith("/static/");
    }

    static boolean isActuator(ServerWebExchange exchange) {
        var path = of(exchange);
        return path.equals("/actuator") || path.startsWith("/actuator/");
    }

    /** Whether everything below is for those who are signed in, whether there is something or not. */
    static boolean isGuarded(ServerWebExchange exchange) {
        return isApi(exchange) || of(exchange).startsWith("/s/");
    }

    /** The slug of the school in the path. */
    static @Nullable String school(ServerWebExchange exchange) {
        var path = of(exchange);
        for (var prefix : SCHOOL) {
            if (path.startsWith(prefix)) {
                var end = path.indexOf('/', prefix.length());
                return path.substring(prefix.length(), end < 0 ? path.length() : end);
            }
        }
        return null;
    }

    static boolean isSafe(ServerWebExchange exchange) {
        return SAFE.contains(exchange.getRequest().getMethod());
    }

    static boolean isForm(ServerWebExchange exchange) {
        return MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                exchange.getRequest().getHeaders().getContentType());
    }

    /** Whether a person waits for a whole page; a fragment fetched by a script is none. */
    static boolean isPage(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        return !isApi(exchange)
                && !headers.containsHeader("HX-Request")
                && headers.getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }
}
