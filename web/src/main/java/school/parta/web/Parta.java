package school.parta.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: one process that serves the HTTP API, the live stream and the pages of every school. */
@SpringBootApplication(scanBasePackages = "school.parta")
public class Parta {

    public static void main(String[] arguments) {
        SpringApplication.run(Parta.class, arguments);
    }
}
