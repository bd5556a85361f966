package org.linli.registration;

import static io.restassured.RestAssured.given;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.contracts.AccountId;
import org.linli.contracts.Role;
import org.linli.kit.test.Districts;
import org.linli.kit.test.Surroundings;

/**
 * A district of a test's own, loaded through the API: province, city, district, one street, two communities, and people
 * with roles in it.
 *
 * @param surroundings of the test
 * @param digits the six digits of the district
 */
public record District(Surroundings surroundings, String digits) {

    /** A district that no other test has. */
    public static District fresh(Surroundings surroundings) {
        return of(surroundings, Districts.digits());
    }

    /** The district of these digits. */
    public static District of(Surroundings surroundings, String digits) {
        District district = new District(surroundings, digits);
        String file = String.join(
                "\n",
                "code,name,level,parent",
                district.province() + ",省" + digits.substring(0, 2) + ",province,",
                district.city() + ",市" + digits.substring(0, 4) + ",city," + district.province(),
                district.code() + ",区" + digits + ",district," + district.city(),
                district.street() + ",金江路街道,street," + district.code(),
                district.community() + ",金石社区居民委员会,community," + district.street(),
                district.otherCommunity() + ",银石社区居民委员会,community," + district.street());
        given().auth()
                .oauth2(surroundings.operatorToken())
                .contentType("text/csv; charset=UTF-8")
                .body(file)
                .post("/api/v1/divisions/import")
                .then()
                .statusCode(200);
        return district;
    }

    public String province() {
        return digits.substring(0, 2) + "0000000000";
    }

    public String city() {
        return digits.substring(0, 4) + "00000000";
    }

    public String code() {
        return digits + "000000";
    }

    public String street() {
        return digits + "005000";
    }

    public String community() {
        return digits + "005005";
    }

    public String otherCommunity() {
        return digits + "005006";
    }

    /** A token of somebody new who holds a role below a division. */
    public String tokenOf(Role role, String division) {
        return somebodyWith(role, division).token();
    }

    /** Somebody new who holds a role below a division. */
    public Account somebodyWith(Role role, String division) {
        Account account = somebody();
        give(account.accountId(), role, division);
        return account;
    }

    /** Somebody new without any role. */
    public Account somebody() {
        return Account.of(surroundings, Surroundings.anyone());
    }

    /** Gives a role as the operator; answers the id of the grant. */
    public UUID give(UUID accountId, Role role, String division) {
        return create(
                "role-grants",
                Map.of("holder", Map.of("accountId", accountId), "role", role.name(), "division", division));
    }

    /** A token of somebody new who coordinates one new station only: where it stands, and the division it serves. */
    public String tokenOfStation(String division, String served) {
        Account account = somebody();
        UUID station = station(division, served);
        create(
                "role-grants",
                Map.of(
                        "holder",
                        Map.of("accountId", account.accountId()),
                        "role",
                        Role.STATION_COORDINATOR.name(),
                        "division",
                        division,
                        "stationId",
                        station));
        return account.token();
    }

    /** A new station: where it stands, and the division it serves. */
    UUID station(String division, String served) {
        return create(
                "stations",
                Map.of(
                        "kind",
                        "STATION",
                        "name",
                        "站" + UUID.randomUUID(),
                        "division",
                        division,
                        "longitude",
                        102.75,
                        "latitude",
                        25.05,
                        "coverage",
                        List.of(served),
                        "serviceMenu",
                        List.of("MEALS")));
    }

    private UUID create(String path, Map<String, Object> body) {
        return Calls.by(surroundings.operatorToken()).create(path, body);
    }

    /** What somebody says about themselves who lives in the first community. */
    public Map<String, Object> registration() {
        return registration(TestPerson.any());
    }

    /** What this person says who lives in the first community. */
    public Map<String, Object> registration(TestPerson person) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("realName", person.realName());
        form.put("documentType", "RESIDENT_ID");
        form.put("documentNumber", person.documentNumber());
        form.put("phone", person.phone());
        form.put("birthDate", person.birthDate().toString());
        form.put("sex", person.sex());
        form.put("homeDivision", community());
        form.put("skills", new String[] {"first-aid"});
        form.put("categories", new String[] {"MEALS"});
        form.put("identities", new String[] {"RETIRED"});
        return form;
    }

    /** Somebody new registers as a volunteer of the first community and waits for verification. */
    public Registered pendingVolunteer() {
        return pendingVolunteer(TestPerson.any());
    }

    /** This person registers as a volunteer of the first community and waits for verification. */
    public Registered pendingVolunteer(TestPerson person) {
        Account account = somebody();
        UUID id = given().auth()
                .oauth2(account.token())
                .contentType("application/json")
                .body(registration(person))
                .post("/api/v1/volunteers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
        return new Registered(id, account, person);
    }

    /** A volunteer of the first community who may serve. */
    public Registered verifiedVolunteer() {
        Registered volunteer = pendingVolunteer();
        given().auth()
                .oauth2(surroundings.operatorToken())
                .post("/api/v1/volunteers/" + volunteer.id() + "/verification")
                .then()
                .statusCode(200);
        return volunteer;
    }

    /**
     * A sign-in.
     *
     * @param token bearer token
     */
    public record Account(String token, UUID accountId) {
        static Account of(Surroundings surroundings, String subject) {
            return new Account(
                    surroundings.issuer().tokenFor(subject),
                    AccountId.of(surroundings.issuer().url(), subject));
        }
    }

    /** A registered volunteer. */
    public record Registered(UUID id, Account account, TestPerson person) {
        public String token() {
            return account.token();
        }
    }
}
