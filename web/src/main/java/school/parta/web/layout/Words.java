package school.parta.web.layout;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import school.parta.web.http.Messages;

/** Sentences, dates and numbers in the reader's language, as templates ask for them. */
public final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd.MM");

    private final Messages messages;
    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter month;
    private final DateTimeFormatter weekday;

    public Words(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
        this.day = DateTimeFormatter.ofPattern("d MMMM", locale);
        this.month = DateTimeFormatter.ofPattern("LLLL", locale);
        this.weekday = DateTimeFormatter.ofPattern("EEEE", locale);
    }

    /** {@code ru} or {@code en}. */
    public String language() {
        return locale.getLanguage();
    }

    public String say(String key, Object... arguments) {
        return messages.text(locale, key, arguments);
    }

    /** {@code 24 ноября}. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** {@code 24.11}. */
    public String shortDay(LocalDate date) {
        return SHORT.format(date);
    }

    /** {@code Понедельник}, with a capital as at the start of a sentence. */
    public String weekday(LocalDate date) {
        return capital(weekday.format(date));
    }

    /** {@code пн}. */
    public String weekdayShort(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
    }

    /** {@code Ноябрь}. */
    public String month(LocalDate date) {
        return capital(month.format(date));
    }

    /** {@code 24–29 ноября}, or with both months if they differ. */
    public String span(LocalDate from, LocalDate to) {
        return from.getMonth() == to.getMonth() ? from.getDayOfMonth() + "–" + day(to) : day(from) + " – " + day(to);
    }

    /** {@code 08:30} by the school's clock. */
    public String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** A decimal string with the language's comma. */
    public String decimal(String number) {
        return language().equals("ru") ? number.replace('.', ',') : number;
    }

    /** A weight without idle zeros. */
    public String decimal(BigDecimal number) {
        return decimal(number.stripTrailingZeros().toPlainString());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
