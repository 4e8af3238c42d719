package school.parta.web.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A member of a body that changes a part of something. The component itself is null when the member was left out; the
 * value is null when the member was null, which takes the thing away.
 */
@JsonDeserialize(using = Patch.Reader.class)
public record Patch<T>(@Nullable T value) {

    static final class Reader extends ValueDeserializer<Patch<?>> {

        private final @Nullable ValueDeserializer<?> inner;

        Reader() {
            this(null);
        }

        private Reader(@Nullable ValueDeserializer<?> inner) {
            this.inner = inner;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            var type = property == null ? context.getContextualType() : property.getType();
            return new Reader(context.findContextualValueDeserializer(type.containedType(0), property));
        }

        @Override
        public Patch<?> deserialize(JsonParser parser, DeserializationContext context) {
            if (inner == null) {
                throw new IllegalStateException("a patch of nothing known");
            }
            return new Patch<>(inner.deserialize(parser, context));
        }

        @Override
        public Patch<?> getNullValue(DeserializationContext context) {
            return new Patch<>(null);
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
