package org.linli.registration.star;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.kit.event.Fact;
import org.linli.registration.Calls;
import org.linli.registration.District;

/**
 * A volunteer who serves for stars.
 *
 * @param administrator of the district
 */
record Starred(District district, District.Registered volunteer, Calls administrator) {
    private static final int MINUTES = 60;

    static Starred fresh(District district) {
        return new Starred(
                district,
                district.verifiedVolunteer(),
                Calls.by(district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code())));
    }

    /** With a star on display. */
    static Starred onDisplay(District district) {
        Starred starred = fresh(district);
        starred.serve(100);
        starred.awaitStars(0, 1);
        return starred;
    }

    /** With a star that counts. */
    static Starred awarded(District district) {
        Starred starred = onDisplay(district);
        starred.endDisplay();
        starred.awaitStars(1, 0);
        return starred;
    }

    /** Hours are confirmed; answers the record. */
    UUID serve(int hours) {
        UUID record = UUID.randomUUID();
        tell(record, 2, hours, RecordStatus.CONFIRMED);
        return record;
    }

    /** A record counts no longer. */
    void refuse(UUID record) {
        tell(record, 3, 0, RecordStatus.REFUSED);
    }

    /** As if the days of display were over. */
    void endDisplay() {
        district.surroundings()
                .database()
                .execute(
                        "update star_file set public_until = now() - interval '1 second' where volunteer_id = ?",
                        volunteer.id());
        district.surroundings()
                .database()
                .execute(
                        "update due_work set due_at = now() where kind = 'star.award' and subject = ?",
                        volunteer.id().toString());
    }

    void suspend() {
        administrator
                .post("volunteers/" + volunteer.id() + "/suspension", Map.of("reason", "as agreed"))
                .then()
                .statusCode(200);
    }

    void reinstate() {
        administrator
                .post("volunteers/" + volunteer.id() + "/reinstatement")
                .then()
                .statusCode(200);
    }

    void awaitStars(int stars, int proposed) {
        await().untilAsserted(() ->
                administrator.get(path("")).then().body("stars", is(stars)).body("proposedStars", is(proposed)));
    }

    /** Somebody objects; answers the objection. */
    UUID object(District.Account by) {
        return Calls.by(by.token()).create(path("/objections"), Map.of("reason", "这些时长不是本人服务"));
    }

    String path(String below) {
        return "star-ratings/" + volunteer.id() + below;
    }

    private void tell(UUID record, long sequence, int hours, RecordStatus status) {
        ServiceRecordState state = new ServiceRecordState(
                record,
                volunteer.id(),
                null,
                null,
                null,
                district.community(),
                ServiceCategory.MEALS,
                Provenance.IMPORTED,
                status,
                hours * MINUTES,
                LocalDate.of(2026, 5, 1),
                null,
                null,
                false,
                null,
                null);
        ActivityEvent event = status == RecordStatus.CONFIRMED
                ? new ActivityEvent.ServiceRecordConfirmed(state)
                : new ActivityEvent.ServiceRecordRefused(state);
        district.surroundings()
                .events()
                .publish("activity", Fact.of(record, sequence, DivisionCode.of(district.community()), event));
    }
}
