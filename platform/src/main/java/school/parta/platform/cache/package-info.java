/** Values that are never older than the hub's last change of their topics, kept in the process and in Redis. Owns no table. */
@NullMarked
package school.parta.platform.cache;

import org.jspecify.annotations.NullMarked;
