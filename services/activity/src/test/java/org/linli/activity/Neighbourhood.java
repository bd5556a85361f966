package org.linli.activity;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.linli.contracts.AccountId;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.Event;
import org.linli.contracts.Role;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.DivisionState;
import org.linli.contracts.registration.GrantState;
import org.linli.contracts.registration.MembershipState;
import org.linli.contracts.registration.MembershipState.MembershipStatus;
import org.linli.contracts.registration.RecipientState;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.contracts.registration.StationState;
import org.linli.contracts.registration.TeamState;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.event.Fact;
import org.linli.kit.test.Districts;
import org.linli.kit.test.Surroundings;

/**
 * A community of a test's own, in a district of its own: people and places that registration would have told of. Each
 * method returns when activity knows them.
 */
public final class Neighbourhood {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Surroundings surroundings;
    private final String district;
    private final Map<UUID, GrantState> granted = new LinkedHashMap<>();

    /** Somebody with a sign-in; {@code id} is the volunteer or recipient, null for others. */
    public record Person(UUID id, UUID accountId, String token) {}

    public Neighbourhood(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.district = Districts.digits();
    }

    /** The community; {@link #community(int)} gives others. */
    public DivisionCode community() {
        return community(5);
    }

    /** A community of the same street. */
    public DivisionCode community(int number) {
        return new DivisionCode(district + "005" + "%03d".formatted(number));
    }

    /** A community of another street of the district. */
    public DivisionCode acrossTheDistrict() {
        return new DivisionCode(district + "009001");
    }

    public Person recipient(UUID stationId) {
        Person person = somebody();
        RecipientState state = new RecipientState(
                person.id(), person.accountId(), stationId, community().value(), true);
        tell(person.id(), 1, new RegistrationEvent.RecipientEnrolled(state));
        arrived("recipient_copy", "recipient_id", person.id());
        return person;
    }

    public Person volunteer() {
        return volunteer(community(), VolunteerStatus.VERIFIED, AgeBand.FROM_18_TO_59);
    }

    public Person volunteer(DivisionCode home, VolunteerStatus status, AgeBand age) {
        Person person = somebody();
        tellVolunteer(person, 1, home, status, age, List.of("cooking"));
        arrived("volunteer_copy", "volunteer_id", person.id());
        return person;
    }

    /** Somebody may not serve for now. */
    public void suspend(Person volunteer) {
        stands(volunteer, 2, VolunteerStatus.SUSPENDED);
    }

    /** Somebody who was suspended may serve again. */
    public void reinstate(Person volunteer) {
        stands(volunteer, 3, VolunteerStatus.VERIFIED);
    }

    private void stands(Person volunteer, long sequence, VolunteerStatus status) {
        tellVolunteer(volunteer, sequence, community(), status, AgeBand.FROM_18_TO_59, List.of("cooking"));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> surroundings
                                .database()
                                .count(
                                        "select count(*) from volunteer_copy where volunteer_id = ? and status = ?",
                                        volunteer.id(),
                                        status.name())
                        == 1);
    }

    /** A team of the community with its members; the first one leads. */
    public UUID team(List<Person> members) {
        UUID team = UUID.randomUUID();
        TeamState state = new TeamState(
                team,
                "暖心队",
                TeamState.TeamKind.COMMUNITY,
                community().value(),
                community().value(),
                null,
                members.isEmpty() ? null : members.getFirst().id(),
                List.of(ServiceCategory.MEALS));
        tell(team, 1, new RegistrationEvent.TeamFounded(state));
        members.forEach(member -> tellMembership(team, member));
        arrived("team_copy", "team_id", team);
        members.forEach(member -> isMember(team, member));
        return team;
    }

    /** Many volunteers at once. */
    public List<Person> volunteers(int count) {
        List<Person> people =
                IntStream.range(0, count).mapToObj(number -> somebody()).toList();
        people.forEach(person -> tellVolunteer(
                person, 1, community(), VolunteerStatus.VERIFIED, AgeBand.FROM_18_TO_59, List.of("cooking")));
        people.forEach(person -> arrived("volunteer_copy", "volunteer_id", person.id()));
        return new ArrayList<>(people);
    }

    public UUID station() {
        UUID station = UUID.randomUUID();
        StationState state = new StationState(
                station,
                "金实社区志愿服务站",
                StationState.StationKind.STATION,
                community().value(),
                102.7,
                25.1,
                List.of(district + "005000"));
        tell(station, 1, new RegistrationEvent.StationOpened(state));
        arrived("station_copy", "station_id", station);
        return station;
    }

    public void knows(DivisionCode code, DivisionLevel level) {
        knows(code, level, null);
    }

    /** A division that ended, or will end, on a day. */
    public void knows(DivisionCode code, DivisionLevel level, LocalDate validUntil) {
        DivisionState state = new DivisionState(code.value(), "金实社区", level, null, null, validUntil, null);
        tell(code, 1, new RegistrationEvent.DivisionRecorded(state));
        arrived("division_copy", "code", code.value());
    }

    /** Somebody who handles orders of the community. */
    public Person coordinator() {
        return holder(Role.STATION_COORDINATOR, community().value());
    }

    public Person holder(Role role, String prefix) {
        return holder(role, prefix, null);
    }

    public Person holder(Role role, String prefix, UUID stationId) {
        Person person = somebody();
        grant(person, role, prefix, stationId, null);
        return new Person(null, person.accountId(), person.token());
    }

    /** A volunteer who also holds a role. */
    public Person volunteerWith(Role role, String prefix) {
        Person person = volunteer();
        grant(person, role, prefix, null, null);
        return person;
    }

    /** Somebody verified who was brought over from a former system and has no sign-in yet. */
    public UUID imported() {
        Person person = new Person(UUID.randomUUID(), null, null);
        tellVolunteer(person, 1, community(), VolunteerStatus.VERIFIED, AgeBand.FROM_18_TO_59, List.of("cooking"));
        arrived("volunteer_copy", "volunteer_id", person.id());
        return person.id();
    }

    /** A volunteer who leads a team beside its leader. */
    public Person deputy(UUID team) {
        Person person = volunteer();
        grant(person, Role.TEAM_LEADER, community().value(), null, team);
        return person;
    }

    private void grant(Person person, Role role, String prefix, UUID stationId, UUID team) {
        UUID grant = UUID.randomUUID();
        GrantState state = new GrantState(
                grant,
                person.accountId(),
                role,
                (prefix + "000000000000").substring(0, 12),
                prefix,
                stationId,
                team,
                null,
                Instant.now().minusSeconds(3600),
                null,
                null);
        granted.put(person.accountId(), state);
        tell(grant, 1, new RegistrationEvent.RoleGranted(state));
        arrived("grant_copy", "grant_id", grant);
    }

    /** Registration tells that the last right of that person was revoked; nothing is waited for. */
    public void revoke(Person person) {
        GrantState was = granted.get(person.accountId());
        GrantState state = new GrantState(
                was.grantId(),
                was.accountId(),
                was.role(),
                was.division(),
                was.divisionPrefix(),
                was.stationId(),
                was.teamId(),
                was.activityId(),
                was.from(),
                was.until(),
                Instant.now());
        tell(was.grantId(), 2, new RegistrationEvent.RoleRevoked(state));
    }

    /** A sign-in without anything. */
    public Person somebody() {
        String subject = Surroundings.anyone();
        return new Person(
                UUID.randomUUID(),
                AccountId.of(surroundings.issuer().url(), subject),
                surroundings.issuer().tokenFor(subject));
    }

    /** The body of an order in this community. */
    public Map<String, Object> order() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("category", "MEALS");
        body.put("description", "请帮忙送午饭,老人行动不便");
        body.put("risks", "家中有狗");
        body.put("place", Map.of("address", "金实小区3栋2单元501", "longitude", 102.7401, "latitude", 25.0802));
        return body;
    }

    /** Posts and expects this status. */
    public static Response post(int status, Person by, String path, Object body) {
        var call = given().auth().oauth2(by.token()).header("Accept-Language", "en");
        if (body != null) {
            call = call.contentType(ContentType.JSON).body(body);
        }
        Response response = call.post(path);
        response.then().statusCode(status);
        return response;
    }

    /** Puts and expects this status; {@code ifMatch} may be null. */
    public static Response put(int status, Person by, String path, String ifMatch, Object body) {
        var call = given().auth().oauth2(by.token()).header("Accept-Language", "en");
        if (ifMatch != null) {
            call = call.header("If-Match", ifMatch);
        }
        Response response = call.contentType(ContentType.JSON).body(body).put(path);
        response.then().statusCode(status);
        return response;
    }

    /** Gets and expects this status. */
    public static Response get(int status, Person by, String path) {
        Response response = given().auth()
                .oauth2(by.token())
                .header("Accept-Language", "en")
                .get(path);
        response.then().statusCode(status);
        return response;
    }

    /** Somebody becomes a member of a team that there is. */
    public void join(UUID team, Person member) {
        tellMembership(team, member);
        isMember(team, member);
    }

    private void isMember(UUID team, Person member) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> surroundings
                                .database()
                                .count(
                                        "select count(*) from membership_copy where team_id = ? and volunteer_id = ?",
                                        team,
                                        member.id())
                        == 1);
    }

    private void tellMembership(UUID team, Person member) {
        UUID membership = UUID.randomUUID();
        tell(
                membership,
                1,
                new RegistrationEvent.MembershipApproved(
                        new MembershipState(membership, team, member.id(), MembershipStatus.ACTIVE)));
    }

    /** Somebody strikes out every skill. */
    public void unlearn(Person volunteer) {
        tellVolunteer(volunteer, 2, community(), VolunteerStatus.VERIFIED, AgeBand.FROM_18_TO_59, List.of());
    }

    /** A member leaves a team. */
    public void leave(UUID team, Person member) {
        UUID membership = (UUID) surroundings
                .database()
                .value(
                        "select membership_id from membership_copy where team_id = ? and volunteer_id = ?",
                        team,
                        member.id());
        tell(
                membership,
                2,
                new RegistrationEvent.MembershipEnded(
                        new MembershipState(membership, team, member.id(), MembershipStatus.ENDED)));
    }

    private void tellVolunteer(
            Person person, long sequence, DivisionCode home, VolunteerStatus status, AgeBand age, List<String> skills) {
        VolunteerState state = new VolunteerState(
                person.id(), person.accountId(), status, home.value(), age, skills, List.of(ServiceCategory.MEALS));
        tell(person.id(), sequence, new RegistrationEvent.VolunteerVerified(state));
    }

    /** Tells activity a fact, as registration would. */
    public void tell(Object subject, long sequence, Event event) {
        surroundings.events().publish("registration", Fact.of(subject, sequence, community(), event));
    }

    private void arrived(String table, String column, Object id) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        surroundings.database().count("select count(*) from " + table + " where " + column + " = ?", id)
                                == 1);
    }
}
