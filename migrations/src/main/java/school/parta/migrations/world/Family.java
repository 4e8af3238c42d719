package school.parta.migrations.world;

import java.util.List;

/**
 * Who answers for a child.
 *
 * @param names the father's given name as an index of {@link Names#FATHERS}, −1 where children have no patronymic
 */
record Family(Names.Surname surname, int names, List<Guardian> guardians) {
    /**
     * A grown-up of the family.
     *
     * @param kinship what the grown-up is to the child
     */
    record Guardian(Human human, String kinship) {}

    Human first() {
        return guardians.getFirst().human();
    }
}
