/**
 * Real PostgreSQL and Redis for a machine that has only a JDK: unpacks the servers' programs from the class path, starts
 * them as children of this process on free ports of the loopback address, keeps them alive, and stops them after the
 * Spring context. Owns the directory {@code var/} and no table; uses nothing else of ours, and does nothing when the
 * addresses of an external database and Redis are configured.
 */
@NullMarked
package school.parta.embedded;

import org.jspecify.annotations.NullMarked;
