package school.parta.migrations.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes a weekly timetable without a clash of class or teacher, and so of room, as every teacher has a room. Places one hour
 * after the other where it hurts least, throws out whom it hurts and places those again; what was thrown out often gets
 * dearer, so the search does not go round in circles.
 */
final class Timetabling {
    private static final int SLOTS = 8;
    private static final int COLUMNS = 2 * SLOTS;
    private static final int DAYS = 6;
    private static final int PATIENCE = 400_000;

    /** One hour of a class: one load, or two side by side. */
    private record Hour(int form, List<Load> loads, String key) {}

    private final List<Form> forms;
    private final List<Hour> hours = new ArrayList<>();
    private final int[] times;
    private final int[][] pain;
    private final int[][] byForm;
    private final int[][] byTeacher;
    private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
    private final Random random = new Random(7);

    private Timetabling(List<Form> forms, List<Load> loads) {
        this.forms = forms;
        split(loads);
        times = filled(1, hours.size())[0];
        pain = new int[hours.size()][DAYS * COLUMNS];
        byForm = filled(forms.size(), DAYS * COLUMNS);
        int teachers = loads.stream().mapToInt(Load::teacher).max().orElse(0) + 1;
        byTeacher = filled(teachers, DAYS * COLUMNS);
    }

    static List<Entry> solve(List<Form> forms, List<Load> loads) {
        var timetabling = new Timetabling(forms, loads);
        timetabling.search();
        return timetabling.entries();
    }

    private void split(List<Load> loads) {
        for (Load load : loads) {
            if (load.part() != Load.Part.SECOND) {
                List<Load> together = loads.stream()
                        .filter(other -> other.equals(load) || isOtherHalf(load, other))
                        .toList();
                hours.addAll(Collections.nCopies(load.hours(), new Hour(load.form(), together, key(load))));
            }
        }
    }

    private static boolean isOtherHalf(Load load, Load other) {
        return load.part() == Load.Part.FIRST
                && other.part() == Load.Part.SECOND
                && other.form() == load.form()
                && other.subject().equals(load.subject());
    }

    /** Hours of one key lie on different days; in 7А all mathematics is one key, so that it is there every day. */
    private String key(Load load) {
        boolean mathematics =
                Set.of("Алгебра", "Геометрия", "Вероятность и статистика").contains(load.subject());
        return mathematics && forms.get(load.form()).name().equals("7А") ? "Математика" : load.subject();
    }

    private void search() {
        var order = new ArrayList<Integer>();
        for (int hour = 0; hour < hours.size(); hour++) {
            order.add(hour);
        }
        Collections.shuffle(order, random);
        waiting.addAll(order);
        for (int step = 0; !waiting.isEmpty(); step++) {
            if (step > PATIENCE) {
                throw new IllegalStateException("No timetable found: " + waiting.size() + " lessons left");
            }
            int hour = waiting.removeFirst();
            place(hour, cheapest(hour));
        }
    }

    private int cheapest(int hour) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        int ties = 0;
        for (int time : cells(hours.get(hour).form())) {
            int cost = 100 * victims(hour, time).size() + pain[hour][time];
            if (cost < least) {
                least = cost;
                ties = 0;
            }
            if (cost == least && random.nextInt(++ties) == 0) {
                best = time;
            }
        }
        return best;
    }

    private void place(int hour, int time) {
        for (int victim : victims(hour, time)) {
            remove(victim);
            waiting.addLast(victim);
        }
        put(hour, time, hour);
        times[hour] = time;
    }

    private void remove(int hour) {
        pain[hour][times[hour]] += 30;
        put(hour, times[hour], -1);
        times[hour] = -1;
    }

    private void put(int hour, int time, int value) {
        byForm[hours.get(hour).form()][time] = value;
        for (Load load : hours.get(hour).loads()) {
            byTeacher[load.teacher()][time] = value;
        }
    }

    /** Who must go if the hour comes to this time. */
    private Set<Integer> victims(int hour, int time) {
        Hour wanted = hours.get(hour);
        var victims = new HashSet<Integer>();
        victims.add(byForm[wanted.form()][time]);
        wanted.loads().forEach(load -> victims.add(byTeacher[load.teacher()][time]));
        int day = time / COLUMNS;
        for (int column = 0; column < COLUMNS; column++) {
            int other = byForm[wanted.form()][day * COLUMNS + column];
            if (other >= 0 && hours.get(other).key().equals(wanted.key())) {
                victims.add(other);
            }
        }
        victims.remove(-1);
        victims.remove(hour);
        return victims;
    }

    /** All times of a class: no gaps, the longer days first in the week. */
    private int[] cells(int form) {
        Form wanted = forms.get(form);
        int total = Curriculum.hours(wanted.grade());
        int days = wanted.days();
        var cells = new ArrayList<Integer>();
        for (int day = 0; day < days; day++) {
            int length = total / days + (day < total % days ? 1 : 0);
            for (int slot = 0; slot < length; slot++) {
                cells.add(day * COLUMNS + (wanted.shift() - 1) * SLOTS + slot);
            }
        }
        return cells.stream().mapToInt(Integer::intValue).toArray();
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        for (int hour = 0; hour < hours.size(); hour++) {
            int day = times[hour] / COLUMNS;
            int slot = times[hour] % SLOTS;
            hours.get(hour).loads().forEach(load -> entries.add(new Entry(day + 1, slot + 1, load)));
        }
        return entries;
    }

    private static int[][] filled(int rows, int columns) {
        var table = new int[rows][columns];
        for (int[] row : table) {
            Arrays.fill(row, -1);
        }
        return table;
    }
}
