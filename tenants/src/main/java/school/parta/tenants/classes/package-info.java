/** Classes, groups and who belongs to them when: pupils, class teachers, teaching load. Owns {@code class}, {@code study_group}, their memberships, {@code class_teacher} and {@code teaching_load}, {@code person}, {@code staff}, {@code pupil} and {@code guardianship}. */
@NullMarked
package school.parta.tenants.classes;

import org.jspecify.annotations.NullMarked;
