package school.parta.web.security;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import school.parta.platform.security.Account;
import school.parta.platform.security.Actor;

@Configuration(proxyBeanMethods = false)
class ArgumentsConfiguration implements WebFluxConfigurer {

    /** Who asks is no parameter of the API. */
    ArgumentsConfiguration() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Account.class, Actor.class);
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new SignedInArguments());
    }
}
