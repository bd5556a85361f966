package org.linli.cli.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.linli.cli.GatewayClient;
import org.linli.cli.Personas;
import org.linli.cli.Workplace;

/**
 * The demo district: Panlong (530103) with a station and a team in Jinshi community (金实社区, 530103005005) and the demo
 * personas in their places. Everything goes through the public API; what is there already is left alone.
 */
public final class DemoDistrict {
    static final String DISTRICT = "530103000000";
    /** The community (社区) of the station, the team and everybody who is invented. */
    public static final String COMMUNITY = "530103005005";

    static final String STATION_NAME = "金实社区志愿服务站";
    static final String TEAM_NAME = "金实社区志愿服务队";
    /** Somewhere in Panlong district; the demo has no surveyed coordinates. */
    public static final double LONGITUDE = 102.7420;

    public static final double LATITUDE = 25.0570;

    private static final int VOLUNTEERS = 9;

    private final Workplace workplace;
    private final GatewayClient operator;

    /** The demo district of the city that runs there. */
    public DemoDistrict(Workplace workplace) {
        this.workplace = workplace;
        this.operator = workplace.gatewayAs("operator");
    }

    /** Puts in whatever is missing; answers one sentence. */
    public String load() {
        String station = station();
        grant("district", "DISTRICT_ADMINISTRATOR", DISTRICT);
        grant("station", "STATION_COORDINATOR", COMMUNITY);
        String team = team();
        String leader = volunteer("leader", team);
        if (operator.get("/api/v1/teams/" + team)
                .expectSuccess()
                .text("leaderId")
                .isEmpty()) {
            operator.put("/api/v1/teams/" + team + "/leader", Map.of("volunteerId", leader))
                    .expectSuccess();
        }
        for (int number = 1; number <= VOLUNTEERS; number++) {
            volunteer("volunteer-" + number, team);
        }
        resident(station);
        return "Demo district: " + STATION_NAME + ", " + TEAM_NAME + ", a leader, " + VOLUNTEERS
                + " volunteers and a resident.";
    }

    /** The station; opened if it is not there. */
    public String station() {
        return findOrCreate(
                "stations",
                STATION_NAME,
                Map.of(
                        "kind", "STATION",
                        "name", STATION_NAME,
                        "division", COMMUNITY,
                        "longitude", LONGITUDE,
                        "latitude", LATITUDE,
                        "serviceMenu", List.of("MEALS", "MEDICAL_ESCORT", "COMPANIONSHIP"),
                        "coverage", List.of(COMMUNITY)));
    }

    /** The team; founded if it is not there. */
    public String team() {
        return findOrCreate(
                "teams",
                TEAM_NAME,
                Map.of(
                        "kind",
                        "COMMUNITY",
                        "name",
                        TEAM_NAME,
                        "division",
                        COMMUNITY,
                        "categories",
                        List.of("MEDICAL_ESCORT", "COMPANIONSHIP")));
    }

    private String findOrCreate(String collection, String name, Map<String, Object> creation) {
        for (JsonNode item : operator.get("/api/v1/" + collection + "?division=" + COMMUNITY + "&limit=200")
                .expectSuccess()
                .body()
                .path("items")) {
            if (name.equals(item.path("name").asText())) {
                return item.path("id").asText();
            }
        }
        return operator.post("/api/v1/" + collection, creation, key(collection + name))
                .expectSuccess()
                .text("id");
    }

    private void grant(String persona, String role, String division) {
        JsonNode me =
                workplace.gatewayAs(persona).get("/api/v1/me").expectSuccess().body();
        for (JsonNode grant : me.path("grants")) {
            if (role.equals(grant.path("role").asText())) {
                return;
            }
        }
        operator.post(
                        "/api/v1/role-grants",
                        Map.of(
                                "holder",
                                        Map.of("accountId", me.path("accountId").asText()),
                                "role", role,
                                "division", division))
                .expectSuccess();
    }

    private String volunteer(String persona, String team) {
        GatewayClient self = workplace.gatewayAs(persona);
        String id = volunteerId(self);
        if (id.isEmpty()) {
            Papers papers = Papers.of(new Random(Personas.subject(persona).hashCode()), 1960, 1999);
            id = join(self, operator, papers, team);
        }
        return id;
    }

    /** Registers somebody, has the operator or coordinator verify them, and takes them into the team. */
    public static String join(GatewayClient self, GatewayClient coordinator, Papers papers, String team) {
        String id = self.post("/api/v1/volunteers", papers.registration(COMMUNITY))
                .expectSuccess()
                .text("id");
        coordinator.post("/api/v1/volunteers/" + id + "/verification", null).expectSuccess();
        String membership = self.post("/api/v1/teams/" + team + "/memberships", null)
                .expectSuccess()
                .text("id");
        coordinator
                .post("/api/v1/teams/" + team + "/memberships/" + membership + "/approval", null)
                .expectSuccess();
        return id;
    }

    private void resident(String station) {
        GatewayClient self = workplace.gatewayAs("resident");
        if (self.get("/api/v1/me").expectSuccess().text("recipientId").isEmpty()) {
            Papers papers = Papers.of(new Random(1949), 1940, 1950);
            enrol(workplace.gatewayAs("station"), self, papers, station);
        }
    }

    /** The station enrols somebody and hands over the one-time code; their own sign-in redeems it. */
    public static String enrol(GatewayClient coordinator, GatewayClient self, Papers papers, String station) {
        String id = coordinator
                .post(
                        "/api/v1/recipients",
                        Map.of(
                                "kind",
                                "PERSON",
                                "name",
                                papers.realName(),
                                "phone",
                                papers.phone(),
                                "tier",
                                "GENERAL",
                                "needs",
                                List.of("MEDICAL_ESCORT"),
                                "division",
                                COMMUNITY,
                                "address",
                                "演示小区 8 栋 1 单元 " + papers.phone().substring(8) + " 室",
                                "careNotes",
                                "演示:听力较弱",
                                "stationId",
                                station,
                                "birthDate",
                                papers.birthDate().toString()))
                .expectSuccess()
                .text("id");
        String code = coordinator
                .post("/api/v1/recipients/" + id + "/sign-in-code", null)
                .expectSuccess()
                .text("code");
        self.post("/api/v1/recipients/" + id + "/sign-in-link", Map.of("code", code))
                .expectSuccess();
        return id;
    }

    /** Who somebody is among the volunteers; empty if they are none. */
    public static String volunteerId(GatewayClient self) {
        return self.get("/api/v1/me").expectSuccess().text("volunteerId");
    }

    private static String key(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
