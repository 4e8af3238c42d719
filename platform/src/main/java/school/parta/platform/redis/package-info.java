/** The connections to Redis, which holds nothing that may not be lost, and the breaker that forgets it while it is away. */
@NullMarked
package school.parta.platform.redis;

import org.jspecify.annotations.NullMarked;
