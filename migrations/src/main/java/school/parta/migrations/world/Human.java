package school.parta.migrations.world;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a school.
 *
 * @param sex {@code m} or {@code f}
 */
record Human(
        UUID id,
        String surname,
        String given,
        @Nullable String patronymic,
        String sex,
        @Nullable LocalDate born) {
    boolean male() {
        return sex.equals("m");
    }

    String fullName() {
        return patronymic == null ? surname + " " + given : surname + " " + given + " " + patronymic;
    }

    /** Another person with the very same name. */
    Human namesake(UUID otherId, @Nullable LocalDate otherBorn) {
        return new Human(otherId, surname, given, patronymic, sex, otherBorn);
    }
}
