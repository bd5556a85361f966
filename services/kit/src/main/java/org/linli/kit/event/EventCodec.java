package org.linli.kit.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.linli.contracts.Event;
import org.linli.contracts.EventCatalog;
import org.linli.contracts.EventType;

/** CloudEvents 1.0 in Kafka's binary mode: attributes as headers {@code ce_…}, the record as JSON. */
public final class EventCodec {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // a newer producer may add fields; an older consumer reads on
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, null))
            .build();

    private EventCodec() {}

    /** The mapper that writes and reads event data, everywhere the same. */
    public static ObjectMapper json() {
        return JSON;
    }

    /** The attributes of a fact as Kafka headers. */
    public static Map<String, String> headers(Fact fact, String service, UUID id, Instant time, String traceparent) {
        EventType type = EventCatalog.typeOf(fact.event().getClass());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", "/linli/" + service);
        headers.put("ce_type", type.value());
        headers.put("ce_subject", fact.subject());
        headers.put("ce_time", time.toString());
        headers.put("ce_sequence", Long.toString(fact.sequence()));
        headers.put("ce_dataclassification", type.classification().name().toLowerCase(Locale.ROOT));
        if (fact.division() != null) {
            headers.put("ce_division", fact.division().value());
        }
        if (!fact.districts().isEmpty()) {
            headers.put("ce_districts", String.join(",", fact.districts()));
        }
        if (fact.causation() != null) {
            headers.put("ce_causationid", fact.causation().toString());
        }
        if (traceparent != null) {
            headers.put("ce_traceparent", traceparent);
            headers.put("traceparent", traceparent);
        }
        return headers;
    }

    /** The data of a fact. */
    public static byte[] data(Event event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an event record must be writable as JSON: " + event.getClass(), broken);
        }
    }

    /**
     * Reads one record of a topic.
     *
     * @throws UnreadableEvent if an attribute is missing, the type is unknown or the data do not fit it
     */
    public static Received read(Headers headers, byte[] data) throws UnreadableEvent {
        String type = required(headers, "ce_type");
        Class<? extends Event> record = EventCatalog.find(type).orElseThrow(() -> new UnreadableEvent("unknown type"));
        try {
            Event event = JSON.readValue(data == null ? new byte[0] : data, record);
            if (event == null || event.state() == null) {
                throw new UnreadableEvent("without the state that its type carries");
            }
            return new Received(
                    UUID.fromString(required(headers, "ce_id")),
                    type,
                    required(headers, "ce_subject"),
                    Long.parseLong(required(headers, "ce_sequence")),
                    text(headers, "ce_division"),
                    Instant.parse(required(headers, "ce_time")),
                    event,
                    districts(headers),
                    causation(headers));
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableEvent(
                    "does not read as its type: " + broken.getClass().getSimpleName());
        }
    }

    /** The trace that a record belongs to; null if it carries none. */
    static String traceparent(Headers headers) {
        return text(headers, "traceparent");
    }

    private static List<String> districts(Headers headers) {
        String districts = text(headers, "ce_districts");
        return districts == null || districts.isBlank() ? List.of() : List.of(districts.split(","));
    }

    private static UUID causation(Headers headers) {
        String causation = text(headers, "ce_causationid");
        return causation == null ? null : UUID.fromString(causation);
    }

    private static String required(Headers headers, String name) throws UnreadableEvent {
        String value = text(headers, name);
        if (value == null) {
            throw new UnreadableEvent("without the attribute " + name);
        }
        return value;
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** A record that cannot be understood; the message names the cause and holds no data of the record. */
    public static final class UnreadableEvent extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableEvent(String message) {
            super(message);
        }
    }
}
