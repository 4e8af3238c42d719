package school.parta.migrations.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invents people: the same ones from the same seed, but for their ids. */
final class Cast {
    private static final int NO_PATRONYMIC = -1;

    private final Random random;
    private final Ids ids = new Ids(new Random());
    private final Instant since;
    private final int year;

    /**
     * Invents from a seed.
     *
     * @param since when the school is said to have entered them
     * @param year in which the school year began; ages follow from it
     */
    Cast(long seed, Instant since, int year) {
        random = new Random(seed);
        this.since = since;
        this.year = year;
    }

    UUID id() {
        return ids.at(since.plusMillis(random.nextInt(3_600_000)));
    }

    Human adult(String sex) {
        return adult(pick(Names.SURNAMES), sex);
    }

    Human adult(Names.Surname surname, String sex) {
        boolean male = sex.equals("m");
        String given = male ? pick(Names.FATHERS).given() : pick(Names.WOMEN);
        int father = random.nextInt(Names.FATHERS.size());
        LocalDate born = LocalDate.of(year - 28 - random.nextInt(32), 1, 1).plusDays(random.nextInt(365));
        return new Human(id(), form(surname, male), given, patronymic(father, male), sex, born);
    }

    /** A woman of this name. */
    Human adult(Names.Surname surname, String given, String patronymic) {
        Human woman = adult(surname, "f");
        return new Human(woman.id(), woman.surname(), given, patronymic, "f", woman.born());
    }

    /** One or two grown-ups; now and then a grandmother instead. */
    Family family() {
        Names.Surname surname = pick(Names.SURNAMES);
        int father = random.nextInt(60) == 0 ? NO_PATRONYMIC : random.nextInt(Names.FATHERS.size());
        int kind = random.nextInt(100);
        var guardians = new ArrayList<Family.Guardian>();
        if (kind < 92) {
            guardians.add(new Family.Guardian(adult(surname, "f"), "мать"));
        }
        if (kind >= 30 && kind < 95) {
            guardians.add(new Family.Guardian(father(surname, father), "отец"));
        }
        if (kind >= 95) {
            guardians.add(new Family.Guardian(adult(surname, "f"), kind == 99 ? "опекун" : "бабушка"));
        }
        return new Family(surname, father, guardians);
    }

    /** A family whose first guardian is this mother. */
    Family familyOf(Human mother, Names.Surname surname) {
        int father = random.nextInt(Names.FATHERS.size());
        return new Family(
                surname,
                father,
                List.of(new Family.Guardian(mother, "мать"), new Family.Guardian(father(surname, father), "отец")));
    }

    Human child(Family family, int grade) {
        boolean male = random.nextBoolean();
        String given = pick(male ? Names.BOYS : Names.GIRLS);
        return new Human(
                id(),
                form(family.surname(), male),
                given,
                patronymic(family.names(), male),
                male ? "m" : "f",
                born(grade));
    }

    /** A birthday of the usual age in the grade. */
    LocalDate born(int grade) {
        return LocalDate.of(year - 7 - grade, 9, 1).plusDays(random.nextInt(400));
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private Human father(Names.Surname surname, int name) {
        Human man = adult(surname, "m");
        return name == NO_PATRONYMIC
                ? new Human(man.id(), man.surname(), "Тимур", null, "m", man.born())
                : new Human(
                        man.id(), man.surname(), Names.FATHERS.get(name).given(), man.patronymic(), "m", man.born());
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String form(Names.Surname surname, boolean male) {
        return male ? surname.male() : surname.female();
    }

    private static @Nullable String patronymic(int father, boolean male) {
        if (father == NO_PATRONYMIC) {
            return null;
        }
        return male
                ? Names.FATHERS.get(father).son()
                : Names.FATHERS.get(father).daughter();
    }
}
