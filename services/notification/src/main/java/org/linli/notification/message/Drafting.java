package org.linli.notification.message;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.linli.kit.event.EventCodec;
import org.linli.kit.event.Received;

/** The rule of this service: which messages follow from an event, and for whom. Knows no account yet. */
@ApplicationScoped
public class Drafting {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    /** Values that words may use; everything else of an event stays out of the inbox. */
    private static final Set<String> KEPT = Set.of(
            "category",
            "minutes",
            "minutesBefore",
            "stars",
            "by",
            "amount",
            "balance",
            "level",
            "division",
            "teamId",
            "serviceDate",
            "provenance",
            "direction",
            "startsAt",
            "startsAtBefore",
            "endsAt",
            "offeredUntil",
            "position",
            "proposedStars",
            "publicUntil",
            "validUntil",
            "expiresOn");

    /** Who is found by the division of the event where it names nobody. */
    private static final Set<Audience> BY_DIVISION =
            EnumSet.of(Audience.STATION, Audience.STATION_FOR_LEADER, Audience.DISTRICT);

    private final MessageTable table;

    @Inject
    Drafting(MessageTable table) {
        this.table = table;
    }

    /** The messages that follow from an event; none if nobody is told. */
    public List<Draft> of(Received received) {
        List<MessageRule> rules = table.about(received.type());
        if (rules.isEmpty()) {
            return List.of();
        }
        Map<String, Object> fields = fields(received);
        List<Draft> drafts = new ArrayList<>();
        for (MessageRule rule : rules) {
            if (rule.fits(fields)) {
                rule.tell().forEach(audience -> add(drafts, received, fields, rule, audience));
            }
        }
        return drafts;
    }

    private static void add(
            List<Draft> drafts, Received received, Map<String, Object> fields, MessageRule rule, Audience audience) {
        List<UUID> ids = ids(fields.get(idOf(audience)));
        if (ids.isEmpty() && BY_DIVISION.contains(audience)) {
            drafts.add(draft(received, fields, rule, audience, null));
        }
        ids.forEach(id -> drafts.add(draft(received, fields, rule, audience, id)));
    }

    private static Draft draft(
            Received received, Map<String, Object> fields, MessageRule rule, Audience audience, UUID audienceId) {
        Map<String, Object> details = new HashMap<>(fields);
        details.keySet().retainAll(KEPT);
        details.values().removeIf(value -> value == null);
        return new Draft(
                audience,
                audienceId,
                received.division(),
                received.id(),
                rule.kind(),
                received.type().split("\\.")[2],
                received.subject(),
                details,
                received.time());
    }

    private static String idOf(Audience audience) {
        return switch (audience) {
            case RECIPIENT -> "recipientId";
            case VOLUNTEER -> "volunteerId";
            case FORMER_VOLUNTEER -> "offeredTo";
            case TEAM_LEADER, TEAM_MEMBERS -> "teamId";
            case STATION, STATION_FOR_LEADER -> "stationId";
            case DISTRICT -> "division";
            case NEXT_VOLUNTEER -> "offeredTo";
            case RECEIVER -> "toVolunteerId";
            case GUARDIANS -> "guardianAccountIds";
            case MAKER -> "accountId";
            case SIGNED_UP -> "sessionId";
            case SIGNED_UP_TO_ACTIVITY -> "activityId";
            case TILL -> "merchantId";
        };
    }

    /** The ids in a field: one, several, or none. */
    private static List<UUID> ids(Object value) {
        if (value instanceof List<?> several) {
            return several.stream().flatMap(one -> ids(one).stream()).toList();
        }
        try {
            return value instanceof String text ? List.of(UUID.fromString(text)) : List.of();
        } catch (IllegalArgumentException notAnId) {
            return List.of();
        }
    }

    /** The state of the subject, and beside it what else the event says. */
    private static Map<String, Object> fields(Received received) {
        Map<String, Object> event = EventCodec.json().convertValue(received.event(), FIELDS);
        Map<String, Object> fields = new LinkedHashMap<>();
        event.forEach((name, value) -> {
            if (value instanceof Map<?, ?> state) {
                state.forEach((inner, content) -> fields.put(inner.toString(), content));
            }
        });
        event.forEach((name, value) -> {
            if (!(value instanceof Map<?, ?>)) {
                fields.put(name, value);
            }
        });
        if (fields.get("amount") instanceof Number amount) {
            fields.put("direction", amount.longValue() < 0 ? "DEBIT" : "CREDIT");
        }
        return fields;
    }
}
