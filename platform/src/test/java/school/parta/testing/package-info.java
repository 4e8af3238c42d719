/** What tests of every module stand on: real servers, a database of one's own with the demo world. */
@NullMarked
package school.parta.testing;

import org.jspecify.annotations.NullMarked;
