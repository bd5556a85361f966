package org.linli.registration.recipient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.contracts.Role;
import org.linli.registration.Calls;
import org.linli.registration.District;

/**
 * A recipient who was enrolled for a test.
 *
 * @param coordinator of the recipient's community
 */
record Enrolled(UUID id, District district, UUID stationId, Calls coordinator) {
    static final String NAME = "欧阳试验";
    static final String ADDRESS = "金石小区七幢三单元四零二";
    static final String NOTES = "听力不好,请按门铃两次";
    static final String PHONE = "13900001234";

    /** In a district of its own, by a coordinator of its own. */
    static Enrolled fresh(District district, Calls operator) {
        Calls coordinator = Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.community()));
        UUID station = operator.create("stations", station(district, "金石站"));
        UUID id = coordinator.create("recipients", enrolment(district, station));
        return new Enrolled(id, district, station, coordinator);
    }

    static Map<String, Object> enrolment(District district, UUID station) {
        Map<String, Object> enrolment = new LinkedHashMap<>();
        enrolment.put("kind", "PERSON");
        enrolment.put("name", NAME);
        enrolment.put("phone", PHONE);
        enrolment.put("tier", "LOW_INCOME");
        enrolment.put("needs", List.of("MEALS", "OTHER"));
        enrolment.put("division", district.community());
        enrolment.put("address", ADDRESS);
        enrolment.put("careNotes", NOTES);
        enrolment.put("stationId", station);
        enrolment.put("birthDate", "1941-02-03");
        return enrolment;
    }

    static Map<String, Object> station(District district, String name) {
        return Map.of(
                "kind",
                "STATION",
                "name",
                name,
                "division",
                district.community(),
                "longitude",
                102.75,
                "latitude",
                25.05,
                "serviceMenu",
                List.of("MEALS"));
    }

    /** The path of the recipient or of something below. */
    String path(String below) {
        return "recipients/" + id + below;
    }

    /** A new one-time code. */
    String code() {
        return coordinator
                .post(path("/sign-in-code"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath()
                .getString("code");
    }
}
