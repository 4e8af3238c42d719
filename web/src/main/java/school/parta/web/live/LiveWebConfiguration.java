package school.parta.web.live;

import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

@Configuration(proxyBeanMethods = false)
class LiveWebConfiguration {

    /** Streams go on below the handler that began them. */
    @Bean
    WebHttpHandlerBuilderCustomizer handover() {
        return builder -> builder.httpHandlerDecorator(Handover::around);
    }

    /** An observation around each security filter tells nothing and costs a request sixty objects. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
