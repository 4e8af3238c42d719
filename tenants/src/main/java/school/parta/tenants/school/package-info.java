/** The school's own rules: periods, work types, scales, absence codes, edit window. Owns {@code school_setting}, {@code school_year}, {@code period}, {@code calendar_day}, {@code bell}, {@code work_type}, {@code scale}, {@code scale_value}, {@code absence_code}, {@code subject} and {@code room}. */
@NullMarked
package school.parta.tenants.school;

import org.jspecify.annotations.NullMarked;
