package school.parta.tenants.school;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The rules a journal is kept by, as pages and outside clients read them. */
public record JournalSettings(
        String timeZone,
        List<Period> periods,
        List<WorkType> workTypes,
        List<Scale> scales,
        List<AbsenceCode> absenceCodes) {

    /**
     * A quarter, trimester or half-year.
     *
     * @param grades the grades it is for, such as [1, 2, 3]
     */
    public record Period(UUID id, String name, LocalDate from, LocalDate to, boolean closed, List<Integer> grades) {}

    /** What a mark may be given for; the first is the default. */
    public record WorkType(UUID id, String name, BigDecimal weight) {}

    /** The values a mark may have, best first. */
    public record Scale(UUID id, List<String> values) {}

    /**
     * A letter for an absence.
     *
     * @param kind unknown, excused, unexcused, ill, late, exempt or remote
     */
    public record AbsenceCode(String code, String name, String kind) {}
}
