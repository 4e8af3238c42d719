/** The class page: lessons with topic and homework, marks, absences. Owns {@code lesson}, {@code homework}, {@code mark} and {@code absence}; uses {@code school}, {@code classes} and {@code access}. */
@NullMarked
package school.parta.tenants.journal;

import org.jspecify.annotations.NullMarked;
