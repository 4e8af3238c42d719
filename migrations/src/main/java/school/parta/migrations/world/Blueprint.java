package school.parta.migrations.world;

import java.util.List;

/**
 * A school on paper, before it has people: numbers stand for classes and teachers.
 *
 * @param departments the department of each teacher
 * @param heads the class teacher of each class
 */
record Blueprint(
        List<Form> forms, List<String> departments, List<Load> loads, List<Integer> heads, List<Entry> entries) {
    static Blueprint of(List<Form> forms) {
        Staffing staffing = Staffing.of(forms);
        return new Blueprint(
                forms,
                staffing.departments(),
                staffing.loads(),
                staffing.heads(),
                Timetabling.solve(forms, staffing.loads()));
    }

    int form(String name) {
        return forms.stream().map(Form::name).toList().indexOf(name);
    }

    /** The teacher of the subject in the class. */
    int teacher(String form, String subject) {
        int wanted = form(form);
        return loads.stream()
                .filter(load -> load.form() == wanted && load.subject().equals(subject))
                .mapToInt(Load::teacher)
                .findFirst()
                .orElseThrow();
    }
}
