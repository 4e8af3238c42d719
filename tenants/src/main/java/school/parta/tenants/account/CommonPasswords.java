package school.parta.tenants.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Passwords that are tried first by those who guess, here and elsewhere. */
final class CommonPasswords {

    private CommonPasswords() {}

    /** Reads the list; blocks, so at the start only. */
    static Set<String> read() {
        var file = CommonPasswords.class.getResourceAsStream("common-passwords.txt");
        if (file == null) {
            throw new IllegalStateException("the list of common passwords is missing");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> line.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
