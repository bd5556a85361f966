package org.linli.registration.team;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.registration.Calls;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;

/** Calls of the teams that succeed. */
public final class TeamSamples implements FeatureSamples {
    private static final String TEAMS = "/api/v1/teams";
    private static final String MEMBERSHIPS = TEAMS + "/{id}/memberships";
    private static final String MEMBERSHIP = MEMBERSHIPS + "/{membershipId}";
    private static final Map<String, String> REASON = Map.of("reason", "as agreed");

    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        String token = district.tokenOf(Role.STATION_COORDINATOR, district.street());
        Calls coordinator = Calls.by(token);
        Map<String, Supplier<Sample>> samples = new LinkedHashMap<>();
        samples.put("POST " + TEAMS, () -> Sample.of(TEAMS, founding(district), token));
        samples.put("GET " + TEAMS, () -> Sample.of(TEAMS, token));
        samples.put("GET " + TEAMS + "/{id}", () -> Sample.of(path(team(district, coordinator)), token));
        samples.put("PUT " + TEAMS + "/{id}/leader", () -> leader(district, coordinator));
        samples.put(
                "POST " + MEMBERSHIPS,
                () -> Sample.of(
                        path(team(district, coordinator)) + "/memberships",
                        district.verifiedVolunteer().token()));
        samples.put("GET " + MEMBERSHIPS, () -> Sample.of(path(team(district, coordinator)) + "/memberships", token));
        samples.put("GET " + MEMBERSHIP, () -> Sample.of(asked(district, coordinator), token));
        samples.put(
                "POST " + MEMBERSHIP + "/approval", () -> Sample.of(asked(district, coordinator) + "/approval", token));
        samples.put(
                "POST " + MEMBERSHIP + "/refusal",
                () -> Sample.of(asked(district, coordinator) + "/refusal", REASON, token));
        samples.put(
                "POST " + MEMBERSHIP + "/end",
                () -> Sample.of(approved(district, coordinator) + "/end", REASON, token));
        return samples;
    }

    @Override
    public Set<String> openToForeigners() {
        return Set.of(
                // teams are public
                "GET " + TEAMS,
                "GET " + TEAMS + "/{id}",
                // shows one's own memberships, of which a foreigner has none
                "GET " + MEMBERSHIPS);
    }

    private static Map<String, Object> founding(District district) {
        return Map.of(
                "kind",
                "COMMUNITY",
                "name",
                "队" + UUID.randomUUID(),
                "division",
                district.community(),
                "categories",
                List.of("MEALS"),
                "capacity",
                20,
                "creditCode",
                "91350100M000100Y43");
    }

    /** A new team of the first community. */
    public static UUID team(District district, Calls coordinator) {
        return coordinator.create("teams", founding(district));
    }

    private static String path(UUID team) {
        return TEAMS + "/" + team;
    }

    private static String asked(District district, Calls coordinator) {
        UUID team = team(district, coordinator);
        return askedBy(district.verifiedVolunteer(), team);
    }

    private static String askedBy(District.Registered volunteer, UUID team) {
        UUID id = Calls.by(volunteer.token())
                .post("teams/" + team + "/memberships")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
        return path(team) + "/memberships/" + id;
    }

    private static String approved(District district, Calls coordinator) {
        return approve(coordinator, asked(district, coordinator));
    }

    private static String approve(Calls coordinator, String path) {
        coordinator
                .post(path.substring("/api/v1/".length()) + "/approval")
                .then()
                .statusCode(200);
        return path;
    }

    private static Sample leader(District district, Calls coordinator) {
        UUID team = team(district, coordinator);
        District.Registered volunteer = district.verifiedVolunteer();
        approve(coordinator, askedBy(volunteer, team));
        return Sample.of(path(team) + "/leader", Map.of("volunteerId", volunteer.id()), coordinator.token());
    }
}
