package org.linli.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;

/**
 * How requests are read: an unknown field, a number where text belongs, a missing number, control characters or absurd
 * nesting are the caller's mistake and answered as such, never guessed at.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
    private static final int MAX_NESTING = 32;
    private static final int MAX_NUMBER_DIGITS = 40;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING)
                        .maxNumberLength(MAX_NUMBER_DIGITS)
                        .build());
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.registerModule(new SimpleModule("linli-text")
                .addDeserializer(String.class, new CleanText())
                .setDeserializerModifier(new TimesFromText()));
    }

    /**
     * Days and instants are ISO 8601 text; numbers and lists, which Jackson would accept too, are somebody's mistake.
     */
    private static final class TimesFromText extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription type, JsonDeserializer<?> found) {
            return "java.time".equals(type.getBeanClass().getPackageName()) ? new FromText(found) : found;
        }
    }

    /** Reads text only. */
    private static final class FromText extends DelegatingDeserializer {
        private static final long serialVersionUID = 1L;
        private static final long SECONDS_A_DAY = 86_400;
        private static final long EARLIEST = LocalDate.of(1850, 1, 1).toEpochDay();
        private static final long LATEST = LocalDate.of(2300, 1, 1).toEpochDay();

        FromText(JsonDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new FromText(reader);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return context.handleUnexpectedToken(handledType(), parser);
            }
            Object value = super.deserialize(parser, context);
            return isSane(value) ? value : context.handleWeirdStringValue(handledType(), "", "a year nobody means");
        }

        /** Times beyond these years are mistakes, and PostgreSQL could not hold all of them. */
        private static boolean isSane(Object value) {
            return !(value instanceof Temporal time)
                    || !time.isSupported(ChronoField.INSTANT_SECONDS) && !time.isSupported(ChronoField.EPOCH_DAY)
                    || isSane(
                            time.isSupported(ChronoField.EPOCH_DAY)
                                    ? time.getLong(ChronoField.EPOCH_DAY)
                                    : Math.floorDiv(time.getLong(ChronoField.INSTANT_SECONDS), SECONDS_A_DAY));
        }

        private static boolean isSane(long epochDay) {
            return epochDay >= EARLIEST && epochDay <= LATEST;
        }
    }

    /** Text without control characters other than tab and line ends; PostgreSQL could not even store U+0000. */
    private static final class CleanText extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        CleanText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.currentToken().isScalarValue()
                                    && parser.currentToken().isNumeric()
                            || parser.currentToken().isBoolean()
                    ? null
                    : parser.getValueAsString(null);
            if (text == null) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            if (text.chars().anyMatch(CleanText::isForbidden)) {
                return (String) context.handleWeirdStringValue(String.class, "", "holds control characters");
            }
            return text;
        }

        private static boolean isForbidden(int character) {
            boolean lineEnd = character == '\n' || character == '\r' || character == '\t';
            return Character.isISOControl(character) && !lineEnd || character == 0xFFFE || character == 0xFFFF;
        }
    }
}
