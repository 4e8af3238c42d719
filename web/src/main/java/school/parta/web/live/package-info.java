/** The live stream over HTTP, and answers that are as new as what a browser has heard of. Uses {@code tenants.classes} for what an actor may follow. */
@NullMarked
package school.parta.web.live;

import org.jspecify.annotations.NullMarked;
