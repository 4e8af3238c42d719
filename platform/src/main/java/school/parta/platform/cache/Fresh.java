package school.parta.platform.cache;

import school.parta.platform.live.Cursor;

/**
 * A value that is valid now, with the position of the school's stream read before it was found so: an answer may carry
 * it as {@code asOf}, and a stream that begins there misses nothing.
 *
 * <p>An answer that is the value itself as JSON needs no serialising: {@link #json} copies the bytes written when the
 * value was computed and puts {@code asOf} and {@code cursor} at their end; {@link #etag} was computed then too, so a
 * handler that finds it in {@code If-None-Match} answers 304 without touching either.
 */
public final class Fresh<T> {

    private final T value;
    private final long position;
    private final Body body;

    Fresh(T value, long position, Body body) {
        this.value = value;
        this.position = position;
        this.body = body;
    }

    public T value() {
        return value;
    }

    /** The ledger number to be shown as {@code asOf}. */
    public long position() {
        return position;
    }

    /** Where a live stream continues from this answer, {@code slug:position}. */
    public String cursor(String school) {
        return Cursor.of(school, position);
    }

    /** A strong entity tag in quotes, of the value without {@code asOf} and {@code cursor}. */
    public String etag() {
        return body.etag();
    }

    /** The value as a JSON object in UTF-8 with {@code asOf} and {@code cursor} as its last members. */
    public byte[] json(String school) {
        return body.at(position, cursor(school));
    }
}
