package org.linli.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.contracts.AccountId;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.Role;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.activity.ActivityEvent.RequestReviewed;
import org.linli.contracts.activity.ActivityEvent.ServiceRecordConfirmed;
import org.linli.contracts.activity.ActivityEvent.ServiceRecordCorrected;
import org.linli.contracts.activity.RequestState;
import org.linli.contracts.activity.RequestStatus;
import org.linli.contracts.activity.ReviewSide;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.contracts.registration.DivisionState;
import org.linli.contracts.registration.GrantState;
import org.linli.contracts.registration.RegistrationEvent.DivisionRecorded;
import org.linli.contracts.registration.RegistrationEvent.RoleGranted;
import org.linli.contracts.registration.RegistrationEvent.VolunteerVerified;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.event.Fact;
import org.linli.kit.test.Districts;
import org.linli.kit.test.Surroundings;
import org.linli.points.ledger.Account;
import org.linli.points.ledger.PointsUnit;

/** A town of a test's own, told to points as registration and activity would tell it. */
public final class Town {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Surroundings surroundings;
    private final String district;

    public Town(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.district = Districts.digits();
    }

    /** A volunteer and their sign-in. */
    public record Person(UUID id, String token) {}

    /** The district, 12 digits. */
    public String district() {
        return district + "000000";
    }

    /** Its one community. */
    public DivisionCode community() {
        return DivisionCode.of(district + "005005");
    }

    /** A verified volunteer with an open passbook. */
    public Person volunteer() {
        String subject = Surroundings.anyone();
        UUID id = UUID.randomUUID();
        verify(id, subject);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count("select count(*) from passbook where volunteer_id = ?", id))
                        .isOne());
        return new Person(id, surroundings.issuer().tokenFor(subject));
    }

    /** Several verified volunteers with open passbooks, told all at once. */
    public List<Person> volunteers(int people) {
        List<String> subjects =
                Stream.generate(Surroundings::anyone).limit(people).toList();
        List<Person> volunteers = subjects.stream()
                .map(subject ->
                        new Person(UUID.randomUUID(), surroundings.issuer().tokenFor(subject)))
                .toList();
        for (int person = 0; person < people; person++) {
            verify(volunteers.get(person).id(), subjects.get(person));
        }
        volunteers.forEach(volunteer -> await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count("select count(*) from passbook where volunteer_id = ?", volunteer.id()))
                        .isOne()));
        return volunteers;
    }

    /** A verified volunteer of another age. */
    public Person volunteerOf(AgeBand age) {
        String subject = Surroundings.anyone();
        UUID id = UUID.randomUUID();
        surroundings
                .events()
                .publish("registration", verified(id, subject, community().value(), age));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count("select count(*) from passbook where volunteer_id = ?", id))
                        .isOne());
        return new Person(id, surroundings.issuer().tokenFor(subject));
    }

    /** Tells that somebody was verified. */
    public void verify(UUID volunteer, String subject) {
        surroundings.events().publish("registration", verified(volunteer, subject));
    }

    /** The fact that somebody was verified. */
    public Fact verified(UUID volunteer, String subject) {
        return verified(volunteer, subject, community().value());
    }

    /** The same with a home that is none. */
    public Fact verifiedNowhere(UUID volunteer, String subject) {
        return verified(volunteer, subject, "nowhere");
    }

    private Fact verified(UUID volunteer, String subject, String division) {
        return verified(volunteer, subject, division, AgeBand.FROM_18_TO_59);
    }

    private Fact verified(UUID volunteer, String subject, String division, AgeBand age) {
        VolunteerState state = new VolunteerState(
                volunteer,
                AccountId.of(surroundings.issuer().url(), subject),
                VolunteerStatus.VERIFIED,
                division,
                age,
                List.of(),
                List.of());
        return Fact.of(volunteer, 2, community(), new VolunteerVerified(state));
    }

    /** A token of somebody new who holds a role below this district. */
    public String official(Role role) {
        return official(role, district);
    }

    /** A token of the operator of the whole platform. */
    public String operator() {
        return official(Role.PLATFORM_OPERATOR, "");
    }

    private String official(Role role, String prefix) {
        String subject = Surroundings.anyone();
        UUID grant = UUID.randomUUID();
        GrantState state = new GrantState(
                grant,
                AccountId.of(surroundings.issuer().url(), subject),
                role,
                district(),
                prefix,
                null,
                null,
                null,
                Instant.now().minusSeconds(60),
                null,
                null);
        surroundings.events().publish("registration", Fact.of(grant, 1, null, new RoleGranted(state)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count("select count(*) from grant_copy where grant_id = ?", grant))
                        .isOne());
        return surroundings.issuer().tokenFor(subject);
    }

    /** Tells of the district, so that lists can be asked for it. */
    public void divisions() {
        DivisionState state = new DivisionState(
                district(), "某区", DivisionLevel.DISTRICT, district.substring(0, 4) + "00000000", null, null, null);
        surroundings.events().publish("registration", Fact.of(district(), 1, null, new DivisionRecorded(state)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count("select count(*) from division_copy where code = ?", district()))
                        .isOne());
    }

    /** Hours that count. */
    public ServiceRecordState hours(UUID volunteer, int minutes, LocalDate day) {
        return hours(volunteer, minutes, day, ServiceCategory.MEALS);
    }

    /** Hours of some category that count. */
    public ServiceRecordState hours(UUID volunteer, int minutes, LocalDate day, ServiceCategory category) {
        return new ServiceRecordState(
                UUID.randomUUID(),
                volunteer,
                UUID.randomUUID(),
                null,
                null,
                community().value(),
                category,
                Provenance.SCANNED,
                RecordStatus.CONFIRMED,
                minutes,
                day,
                null,
                null,
                true,
                null,
                null);
    }

    /** The confirmation of hours. */
    public Fact confirmed(ServiceRecordState hours) {
        return Fact.of(hours.recordId(), 2, community(), new ServiceRecordConfirmed(hours));
    }

    /** A correction of hours: a new record in place of the old one. */
    public Fact corrected(ServiceRecordState old, int minutes) {
        return corrected(old, minutes, null);
    }

    /** A correction of hours of which only some minutes earn points. */
    public Fact corrected(ServiceRecordState old, int minutes, Integer pointsMinutes) {
        ServiceRecordState right = new ServiceRecordState(
                UUID.randomUUID(),
                old.volunteerId(),
                old.requestId(),
                null,
                null,
                old.division(),
                old.category(),
                old.provenance(),
                RecordStatus.CONFIRMED,
                minutes,
                old.serviceDate(),
                null,
                null,
                old.earnsPoints(),
                pointsMinutes,
                old.recordId());
        return Fact.of(old.recordId(), 3, community(), new ServiceRecordCorrected(right, old.minutes()));
    }

    /** A review by the recipient. */
    public Fact reviewed(UUID request, UUID volunteer, int stars, int round) {
        RequestState state = new RequestState(
                request,
                UUID.randomUUID(),
                null,
                community().value(),
                ServiceCategory.MEALS,
                RequestStatus.COMPLETED,
                null,
                null,
                volunteer,
                Instant.now(),
                5,
                round);
        return Fact.of(request, 9, community(), new RequestReviewed(state, ReviewSide.RECIPIENT, stars));
    }

    /** Tells what happened in activity. */
    public UUID tell(Fact fact) {
        return surroundings.events().publish("activity", fact);
    }

    /** Hundredths in a passbook, from the table. */
    public long balance(UUID volunteer) {
        return balance(Account.passbook(volunteer, PointsUnit.POINTS));
    }

    /** Hundredths in any account, from the table. */
    public long balance(Account account) {
        return surroundings
                .database()
                .count("select coalesce((select balance from account where id = ?), 0)", account.id());
    }

    /** Waits until a passbook holds so much. */
    public void awaitBalance(UUID volunteer, long hundredths) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> assertThat(balance(volunteer)).isEqualTo(hundredths));
    }

    /** Waits until an event of activity was applied; answers what came of it. */
    public String awaitOutcome(UUID event) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count("select count(*) from source_event where event_id = ?", event))
                        .isOne());
        return (String) surroundings.database().value("select outcome from source_event where event_id = ?", event);
    }
}
