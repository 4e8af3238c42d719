/** The kinds in which the product says no. A feature names its own refusal under one kind; the web turns a kind into a status. */
@NullMarked
package school.parta.platform.refusal;

import org.jspecify.annotations.NullMarked;
