/** The diary as the family reads it: pages, their fragments and the JSON of the contract. */
@NullMarked
package school.parta.web.diary;

import org.jspecify.annotations.NullMarked;
