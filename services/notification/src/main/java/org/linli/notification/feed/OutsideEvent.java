package org.linli.notification.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.linli.contracts.EventCatalog;
import org.linli.contracts.Inside;
import org.linli.kit.event.EventCodec;
import org.linli.kit.event.Received;

/**
 * An event as it leaves Linli. Only types that are meant for districts become one, only the fields that the contracts
 * know and do not keep {@link Inside} stand in it, and of the attributes none that tells of our own machinery.
 *
 * @param id CloudEvents id
 * @param type CloudEvents type
 * @param districts six digits each; in the feeds of these it stands
 * @param content a structured CloudEvent in JSON without the brace it begins with: what stands before it is told by
 *     whoever sends it
 */
record OutsideEvent(UUID id, String type, List<String> districts, String content) {
    private static final ObjectMapper JSON = EventCodec.json().copy().setAnnotationIntrospector(new WithoutInside());
    /** Codes of cities and provinces end so: what is told there concerns no district in particular. */
    private static final String ABOVE_DISTRICTS = "00";

    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");

    OutsideEvent {
        districts = List.copyOf(districts);
    }

    /** Whether an event is for the systems of districts, and of which. */
    static boolean isOutside(Received event) {
        return EventCatalog.isForDistricts(event.type()) && !districts(event).isEmpty();
    }

    /** The event as it leaves. */
    static OutsideEvent of(Received event) {
        return new OutsideEvent(
                event.id(),
                event.type(),
                districts(event),
                json(attributes(event)).substring(1));
    }

    /** The districts concerned, ascending. */
    static List<String> districts(Received event) {
        return event.districts().stream()
                .filter(district -> SIX_DIGITS.matcher(district).matches() && !district.endsWith(ABOVE_DISTRICTS))
                .distinct()
                .sorted()
                .toList();
    }

    /** Anything of an event as it may leave, in JSON. */
    static String json(Object part) {
        try {
            return JSON.writeValueAsString(part);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("an event record must be writable as JSON", broken);
        }
    }

    /** The service whose fact it is stands second in its type. */
    private static Map<String, Object> attributes(Received event) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", event.id());
        attributes.put("source", "/linli/" + event.type().split("\\.")[1]);
        attributes.put("type", event.type());
        attributes.put("subject", event.subject());
        attributes.put("time", event.time());
        attributes.put("sequence", Long.toString(event.sequence()));
        if (event.division() != null) {
            attributes.put("division", event.division());
        }
        attributes.put("districts", String.join(",", districts(event)));
        if (event.causation() != null) {
            attributes.put("causationid", event.causation());
        }
        attributes.put("dataclassification", "district");
        attributes.put("datacontenttype", "application/json");
        attributes.put("data", event.event());
        return attributes;
    }

    /** Leaves out what only the services read. */
    private static final class WithoutInside extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean hasIgnoreMarker(AnnotatedMember member) {
            return member.hasAnnotation(Inside.class) || super.hasIgnoreMarker(member);
        }
    }
}
