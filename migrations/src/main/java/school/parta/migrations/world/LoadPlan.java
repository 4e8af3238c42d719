package school.parta.migrations.world;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * What all schools of a load world have in common.
 *
 * @param days how many school days lie behind them
 * @param now the moment of the measurement
 */
public record LoadPlan(Blueprint plan, int days, Instant now) {
    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final String LETTERS = "АБВГДЕЖЗИКЛМНОП";
    private static final int CLASS = 25;
    private static final int LOWEST = 2;
    private static final int GRADES = 10;
    private static final int OPEN_DAYS = 21;
    private static final double MARKS_A_LESSON = 0.56;
    private static final double LESSONS_A_DAY = 6;

    /** Plans schools of that many pupils, grades 2 to 11, about 25 in a class. */
    public static LoadPlan of(int pupils, int days, Instant now) {
        int classes = Math.max(1, Math.round((float) pupils / CLASS));
        if (classes > GRADES * LETTERS.length()) {
            throw new IllegalArgumentException("At most " + GRADES * LETTERS.length() * CLASS + " pupils a school");
        }
        var forms = new ArrayList<Form>();
        for (int place = 0; place < classes; place++) {
            String letter = String.valueOf(LETTERS.charAt(place / GRADES));
            int size = pupils / classes + (place < pupils % classes ? 1 : 0);
            forms.add(new Form(LOWEST + GRADES - 1 - place % GRADES, letter, 1, size));
        }
        return new LoadPlan(Blueprint.of(forms), days, now);
    }

    SchoolSpec spec(int number) {
        return new SchoolSpec(
                "load-" + number,
                "Нагрузочная школа № " + number,
                ZONE,
                false,
                plan,
                terms(),
                now,
                MARKS_A_LESSON * LESSONS_A_DAY);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    /** The open period began three weeks ago, all before it is closed; the seniors have one half-year. */
    List<Term> terms() {
        LocalDate start = start();
        LocalDate end = Terms.horizon(today());
        LocalDate open = today().minusDays(OPEN_DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int year = Terms.year(today());
        var terms = new ArrayList<Term>();
        if (start.isBefore(open)) {
            terms.add(new Term(null, "1 четверть", Term.Kind.QUARTER, year, start, open.minusDays(1)));
            terms.add(new Term(null, "2 четверть", Term.Kind.QUARTER, year, open, end));
        } else {
            terms.add(new Term(null, "1 четверть", Term.Kind.QUARTER, year, start, end));
        }
        terms.add(new Term(null, "1 полугодие", Term.Kind.HALF_YEAR, year, start, end));
        return terms;
    }

    private LocalDate start() {
        LocalDate day = today();
        for (int left = days - schoolDay(day); left > 0; left -= schoolDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private int schoolDay(LocalDate day) {
        boolean feast = Calendar.isFeast(day) && day.isBefore(today());
        return feast || day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : 1;
    }
}
