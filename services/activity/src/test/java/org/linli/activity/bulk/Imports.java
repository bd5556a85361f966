package org.linli.activity.bulk;

import static org.linli.activity.Neighbourhood.post;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.Role;
import org.linli.contracts.registration.DivisionState;
import org.linli.contracts.registration.RegistrationEvent;

/** A former system of a test's own, whose hours are brought forward to a neighbourhood. */
public final class Imports {
    public static final String PATH = "/api/v1/service-record-imports";

    private final Neighbourhood here;
    private final Person operator;
    private final String source = "former-" + UUID.randomUUID().toString().substring(0, 8);

    public Imports(Neighbourhood here) {
        this.here = here;
        this.operator = here.holder(Role.PLATFORM_OPERATOR, "");
        here.knows(here.community(), DivisionLevel.COMMUNITY);
    }

    public Person operator() {
        return operator;
    }

    /** A row that is right. */
    public Map<String, Object> row(String reference, UUID volunteer, DivisionCode division, int minutes, String day) {
        Map<String, Object> row = new HashMap<>();
        row.put("reference", reference);
        row.put("volunteerId", volunteer);
        row.put("division", division.value());
        row.put("minutes", minutes);
        row.put("servedOn", day);
        return row;
    }

    /** A row that is right, here. */
    public Map<String, Object> row(String reference, UUID volunteer, int minutes) {
        return row(reference, volunteer, here.community(), minutes, "2025-03-04");
    }

    public Map<String, Object> batch(List<Map<String, Object>> rows) {
        return Map.of("source", source, "records", rows);
    }

    /** Sends rows as the operator, expecting an answer with outcomes. */
    public Response send(List<Map<String, Object>> rows) {
        return post(200, operator, PATH, batch(rows));
    }

    /** Tells activity a division with its place in the tree. */
    public void knows(DivisionCode code, DivisionLevel level, DivisionCode parent) {
        here.knows(code, level);
        DivisionState state =
                new DivisionState(code.value(), "某地", level, parent == null ? null : parent.value(), null, null, null);
        here.tell(code, 2, new RegistrationEvent.DivisionRecorded(state));
    }
}
