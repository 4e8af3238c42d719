package school.parta.migrations.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The people of a school: a teacher for each place of the plan, a list of children for each class. */
final class Population {
    private static final Set<String> OFTEN_MEN = Set.of("sport", "physics", "informatics", "labour", "safety");

    private final Cast cast;
    private final List<Form> forms;
    private final List<Human> teachers = new ArrayList<>();
    private final List<List<Child>> classes = new ArrayList<>();

    /**
     * Invents everybody.
     *
     * @param siblings share of the children with a brother or sister in a class before
     */
    Population(Blueprint plan, Cast cast, double siblings) {
        this.cast = cast;
        this.forms = plan.forms();
        for (String department : plan.departments()) {
            teachers.add(cast.adult(cast.chance(OFTEN_MEN.contains(department) ? 0.6 : 0.08) ? "m" : "f"));
        }
        var families = new ArrayList<Family>();
        for (Form form : forms) {
            classes.add(pupils(form, families, siblings));
        }
    }

    List<Human> teachers() {
        return teachers;
    }

    /** The children of each class in the order of their entry. */
    List<List<Child>> classes() {
        return classes;
    }

    Child child(int form, int place) {
        return classes.get(form).get(place);
    }

    /** A family of two grown-ups whose mother has this name. */
    Family family(Names.Surname surname, String given, String patronymic) {
        return cast.familyOf(cast.adult(surname, given, patronymic), surname);
    }

    /** Puts another child of the family in this place. */
    Child adopt(int form, int place, Family family) {
        return put(form, place, new Child(cast.child(family, forms.get(form).grade()), family));
    }

    /** Lets the child in this place have the very name of another one. */
    Child rename(int form, int place, Human other) {
        Human namesake = other.namesake(cast.id(), cast.born(forms.get(form).grade()));
        return put(form, place, new Child(namesake, child(form, place).family()));
    }

    private Child put(int form, int place, Child child) {
        classes.get(form).set(place, child);
        return child;
    }

    private List<Child> pupils(Form form, List<Family> families, double siblings) {
        var children = new ArrayList<Child>();
        for (int place = 0; place < form.pupils(); place++) {
            boolean sibling = !families.isEmpty() && cast.chance(siblings);
            Family family = sibling ? families.get(cast.below(families.size())) : cast.family();
            children.add(new Child(cast.child(family, form.grade()), family));
        }
        children.forEach(child -> families.add(child.family()));
        return children;
    }
}
