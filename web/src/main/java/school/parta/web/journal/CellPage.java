package school.parta.web.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.parta.tenants.journal.JournalPage;
import school.parta.tenants.journal.Lesson;
import school.parta.web.http.Problem;

/**
 * One cell as a page of its own.
 *
 * @param problem why the last change was not taken
 */
public record CellPage(
        Grid grid,
        Lesson lesson,
        JournalPage.Row row,
        JournalPage.Cell cell,
        @Nullable Problem problem) {

    /** Empty if the page has no such cell. */
    static Optional<CellPage> of(Grid grid, CellAddress at, @Nullable Problem problem) {
        var lesson = grid.page().columns().stream()
                .filter(each -> each.id().equals(at.lesson()))
                .findFirst();
        var row = grid.page().rows().stream()
                .filter(each -> each.pupil().equals(at.pupil()))
                .findFirst();
        return lesson.flatMap(column -> row.flatMap(line -> line.cells().stream()
                .filter(cell -> cell.lesson().equals(at.lesson()))
                .findFirst()
                .map(cell -> new CellPage(grid, column, line, cell, problem))));
    }

    public boolean writable() {
        return cell.member() && grid.writable(lesson);
    }

    /** The value of the field that says which cell a form is about. */
    public String address() {
        return new CellAddress(lesson.id(), row.pupil()).toString();
    }
}
