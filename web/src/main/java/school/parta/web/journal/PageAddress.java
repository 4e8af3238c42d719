package school.parta.web.journal;

import java.util.UUID;

/** Which class page: group, subject and period. */
record PageAddress(UUID group, UUID subject, UUID period) {

    String query() {
        return "group=" + group + "&subject=" + subject + "&period=" + period;
    }
}
