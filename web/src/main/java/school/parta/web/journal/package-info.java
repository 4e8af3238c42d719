/** The class page: the grid, its forms without scripts and the JSON of the contract. */
@NullMarked
package school.parta.web.journal;

import org.jspecify.annotations.NullMarked;
