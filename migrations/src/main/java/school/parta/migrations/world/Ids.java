package school.parta.migrations.world;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Version 7 UUIDs of any moment, so that what is old sorts as old. */
final class Ids {
    private final Random random;

    Ids(Random random) {
        this.random = random;
    }

    UUID at(Instant moment) {
        long high = (moment.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
