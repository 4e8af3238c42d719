package school.parta.web.security;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.i18n.LocaleContextResolver;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Rate;
import school.parta.platform.security.SignedIn;

/** The filters before every handler, in their order. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    @Bean
    SecurityWebFilterChain chain(
            ServerHttpSecurity http,
            Cookies cookies,
            SignedIn signedIn,
            Rate rate,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return http.headers(HeaderSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .csrf(csrf -> csrf.csrfTokenRepository(new CsrfTokens(cookies))
                        .requireCsrfProtectionMatcher(new CsrfRule(cookies))
                        .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                        .accessDeniedHandler((exchange, denied) -> Mono.error(new UntrustedRequest())))
                .addFilterBefore(new SameOrigin(), SecurityWebFiltersOrder.CSRF)
                .addFilterAfter(new PageToken(), SecurityWebFiltersOrder.CSRF)
                .addFilterAt(new Credentials(signedIn, cookies), SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterAt(
                        new Gate(new Handlers(mapping), new IdempotencyKeys(), rate),
                        SecurityWebFiltersOrder.AUTHORIZATION)
                .build();
    }

    /** An address that no browser of ours would send is answered as a problem like any other. */
    @Bean
    ServerExchangeRejectedHandler rejected() {
        return (exchange, rejected) -> Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    /** What requests take is measured as a whole; measuring each filter too took a twentieth of a cached answer. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    LocaleContextResolver localeContextResolver() {
        return new AccountLocale();
    }
}
