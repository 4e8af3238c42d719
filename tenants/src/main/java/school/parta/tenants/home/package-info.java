/** What each role meets first after sign-in. A read side: owns no facts, nothing points at it. */
@NullMarked
package school.parta.tenants.home;

import org.jspecify.annotations.NullMarked;
