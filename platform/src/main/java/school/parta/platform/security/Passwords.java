package school.parta.platform.security;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Argon2id on threads of its own: as many as there are cores, with a queue that has an end. */
@Component
class Passwords implements AutoCloseable {

    private static final String KIND = "argon2@SpringSecurity_v5_8";
    private static final int LONGEST = 128;

    private final PasswordEncoder encoder;
    private final ThreadPoolExecutor threads;
    private final CompletableFuture<String> nobodys;

    Passwords(LimitSettings limits) {
        var argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        this.encoder = new DelegatingPasswordEncoder(KIND, Map.of(KIND, argon2, "argon2", argon2));
        this.threads = new ThreadPoolExecutor(
                limits.threads(),
                limits.threads(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(limits.signInQueue()),
                Thread.ofPlatform().daemon().name("password-", 0).factory());
        this.nobodys = CompletableFuture.supplyAsync(() -> encoded(Tokens.next()), threads);
    }

    /** Whether the password is the one that was encoded; without one it takes as long and is not. */
    Mono<Boolean> match(String password, @Nullable String encoded) {
        return away(() -> {
            var matches = password.length() <= LONGEST
                    && encoder.matches(password, encoded == null ? nobodys.join() : encoded);
            return matches && encoded != null;
        });
    }

    /** The form in which a new password is stored. */
    Mono<String> encode(String password) {
        return away(() -> encoded(password));
    }

    private String encoded(String password) {
        var encoded = encoder.encode(password);
        if (encoded == null) {
            throw new IllegalStateException("an encoder that encodes nothing");
        }
        return encoded;
    }

    private <T> Mono<T> away(Supplier<T> work) {
        return Mono.fromFuture(() -> CompletableFuture.supplyAsync(work, threads), true)
                .onErrorMap(RejectedExecutionException.class, full -> new SignInQueueFull());
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
