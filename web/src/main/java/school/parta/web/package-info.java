/** The service: HTTP API, live stream and pages. One package per feature of {@code tenants}, under the same noun. */
@NullMarked
package school.parta.web;

import org.jspecify.annotations.NullMarked;
