package org.linli.registration.guardian;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.linli.contracts.Role;
import org.linli.kit.time.LinliClock;
import org.linli.registration.Calls;
import org.linli.registration.District;
import org.linli.registration.TestPerson;

/**
 * A minor who registered, and somebody whom the station named as the guardian.
 *
 * @param guardianId of the guardian's entry
 * @param parent the guardian's own sign-in
 * @param coordinator of the community
 */
record Family(District.Registered minor, UUID guardianId, District.Account parent, Calls coordinator) {
    private static final Map<String, Object> GUARDIAN =
            Map.of("name", "王秀英", "phone", "13811112222", "relationship", "PARENT");

    /** Whoever is so old today. */
    static TestPerson aged(int years) {
        return TestPerson.bornOn(
                LocalDate.now(LinliClock.ZONE).minusYears(years).minusDays(10));
    }

    /** A minor whose guardian was named. */
    static Family named(District district, int years) {
        Calls coordinator = Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.community()));
        return named(district, coordinator, district.pendingVolunteer(aged(years)));
    }

    /** One more guardian of the same minor. */
    static Family named(District district, Calls coordinator, District.Registered minor) {
        UUID guardian = coordinator.create("volunteers/" + minor.id() + "/guardians", GUARDIAN);
        return new Family(minor, guardian, district.somebody(), coordinator);
    }

    /** A minor whose guardian confirmed with the own sign-in. */
    static Family confirmed(District district, int years) {
        Family family = named(district, years);
        family.confirm();
        return family;
    }

    static Map<String, Object> guardian() {
        return GUARDIAN;
    }

    Family confirm() {
        parentCalls().post(path("/sign-in-link"), Map.of("code", code())).then().statusCode(200);
        return this;
    }

    Family consent(String kind) {
        parentCalls()
                .post(path("/consents"), Map.of("kind", kind, "statement", "service-2026-1"))
                .then()
                .statusCode(201);
        return this;
    }

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

    Calls parentCalls() {
        return Calls.by(parent.token());
    }

    String path(String below) {
        return "volunteers/" + minor.id() + "/guardians/" + guardianId + below;
    }

    String volunteer(String below) {
        return "volunteers/" + minor.id() + below;
    }
}
