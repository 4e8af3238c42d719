package school.parta.embedded;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** A Spring application on embedded storage that writes its last row while its context is being closed. */
@Configuration(proxyBeanMethods = false)
class OrderlyService {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(OrderlyService.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments);
    }

    @Bean
    LastWords lastWords(Environment environment) {
        return new LastWords(environment);
    }

    record LastWords(Environment environment) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            String url = "jdbc:" + environment.getRequiredProperty("parta.database.url");
            try (var connection = DriverManager.getConnection(
                            url,
                            environment.getRequiredProperty("parta.migrations.user"),
                            environment.getRequiredProperty("parta.migrations.password"));
                    var statement = connection.createStatement()) {
                statement.execute("create table mark as select 5 as value");
            }
        }
    }
}
