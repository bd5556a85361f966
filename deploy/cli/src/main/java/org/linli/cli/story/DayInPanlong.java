package org.linli.cli.story;

import static org.linli.cli.story.Chronicle.hears;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.linli.cli.Answer;
import org.linli.cli.LocalClock;
import org.linli.cli.Refusal;
import org.linli.cli.Workplace;

/**
 * The closed loop (点单, 派单, 接单, 评单) as it is lived in Panlong district: an order for help, a dispatch, a refusal and an
 * acceptance, presence proven at both ends, a review, a confirmation, hours, points, and a message for everybody.
 */
final class DayInPanlong {
    private static final Duration SERVICE = Duration.ofHours(2);

    private final Cast cast;
    private final Chronicle chronicle;
    private final LocalClock clock;
    private final Workplace workplace;
    private String request;

    DayInPanlong(Workplace workplace, Cast cast, Chronicle chronicle) {
        this.cast = cast;
        this.chronicle = chronicle;
        this.workplace = workplace;
        this.clock = new LocalClock(workplace.kafka());
    }

    void play() {
        request = order();
        dispatch(request);
        String checkIn = arrive(request);
        String record = leave(request, checkIn);
        review(request);
        confirm(record);
        points(record);
    }

    private String order() {
        Map<String, Object> order = Map.of(
                "category", "MEDICAL_ESCORT",
                "description", "演示:陪同去医院复查",
                "place",
                        Map.of(
                                "address", "演示小区 8 栋",
                                "longitude", DemoDistrict.LONGITUDE,
                                "latitude", DemoDistrict.LATITUDE));
        Answer answer = chronicle.step(
                cast.resident(),
                "orders help going to the doctor",
                () -> Patience.untilKnown(
                        () -> cast.resident().api().post("/api/v1/requests", order), "forbidden", "not-found"),
                hears(cast.resident(), "request-received"),
                hears(cast.station(), "request-to-verify"));
        return answer.text("id");
    }

    private void dispatch(String request) {
        String path = "/api/v1/requests/" + request;
        chronicle.step(
                cast.station(),
                "verifies the order",
                () -> cast.station().api().post(path + "/verification", null),
                hears(cast.resident(), "request-verified"));
        chronicle.step(
                cast.station(),
                "looks at the candidates",
                () -> Patience.untilKnown(() -> cast.station().api().get(path + "/candidates")));
        offer(path, cast.first());
        chronicle.step(
                cast.first(),
                "declines with a reason",
                () -> cast.first().api().post(path + "/declination", Map.of("reason", "演示:今天要上班")),
                hears(cast.station(), "request-declined"));
        offer(path, cast.second());
        chronicle.step(
                cast.second(),
                "accepts",
                () -> cast.second().api().post(path + "/acceptance", null),
                hears(cast.resident(), "request-accepted"),
                hears(cast.station(), "request-accepted-station"));
    }

    private void offer(String path, Player volunteer) {
        chronicle.step(
                cast.station(),
                "dispatches to " + volunteer.name(),
                () -> Patience.untilKnown(
                        () -> cast.station().api().post(path + "/dispatches", Map.of("volunteerId", volunteer.id()))),
                hears(volunteer, "request-offered"));
    }

    private String arrive(String request) {
        String digits = code(request).text("digits");
        Answer answer = chronicle.step(
                cast.second(),
                "checks in with the rotating code",
                () -> cast.second()
                        .api()
                        .post("/api/v1/check-ins", presence(Map.of("requestId", request, "digits", digits))),
                hears(cast.resident(), "request-started"));
        return answer.text("id");
    }

    private String leave(String request, String checkIn) {
        Instant before = Instant.parse(code(request).text("validFrom"));
        chronicle.becomes("clock", "moves two hours forward", () -> {
            clock.advance(SERVICE);
            Patience.until(
                    "The clock of the services",
                    () -> Instant.parse(code(request).text("validFrom"))
                            .isAfter(before.plus(SERVICE).minusSeconds(60)));
        });
        String code = code(request).text("code");
        chronicle.step(
                cast.second(),
                "checks out by scanning the code",
                () -> cast.second()
                        .api()
                        .post("/api/v1/check-ins/" + checkIn + "/departure", presence(Map.of("code", code))),
                hears(cast.leader(), "record-to-confirm"));
        chronicle.step(
                cast.second(),
                "reports the work as done",
                () -> cast.second().api().post("/api/v1/requests/" + request + "/completion", null),
                hears(cast.resident(), "request-completed"));
        return onlyRecord(request);
    }

    /** The station shows a code that changes every half minute; it must be as good in the next second. */
    private Answer code(String request) {
        return cast.station().api().get("/api/v1/check-ins/codes/" + request).expectSuccess();
    }

    private static Map<String, Object> presence(Map<String, Object> proof) {
        Map<String, Object> presence = new java.util.HashMap<>(proof);
        presence.put("longitude", DemoDistrict.LONGITUDE);
        presence.put("latitude", DemoDistrict.LATITUDE);
        return presence;
    }

    private String onlyRecord(String request) {
        JsonNode records = cast.second()
                .api()
                .get("/api/v1/service-records")
                .expectSuccess()
                .body()
                .path("items");
        chronicle.check("The number of service records of the volunteer", 1, records.size());
        chronicle.check(
                "The request of the record",
                request,
                records.get(0).path("requestId").asText());
        return records.get(0).path("id").asText();
    }

    private void review(String request) {
        chronicle.step(
                cast.resident(),
                "reviews with five stars",
                () -> cast.resident()
                        .api()
                        .post("/api/v1/requests/" + request + "/reviews", Map.of("stars", 5, "text", "演示:非常满意")),
                hears(cast.second(), "review-received"),
                hears(cast.second(), "points-credited"));
    }

    private void confirm(String record) {
        Answer answer = chronicle.step(
                cast.leader(),
                "confirms the hours",
                () -> cast.leader().api().post("/api/v1/service-records/" + record + "/confirmation", null),
                hears(cast.second(), "record-confirmed"),
                hears(cast.second(), "points-credited"));
        chronicle.check("The status of the record", "CONFIRMED", answer.text("status"));
        chronicle.check(
                "The minutes of the record",
                SERVICE.toMinutes(),
                answer.body().path("minutes").asLong());
    }

    /** The points of the confirmed hours must be there, by the rule in force, exactly once. */
    private void points(String record) {
        String passbook = "/api/v1/passbooks/" + cast.second().id();
        chronicle.becomes(
                "passbook",
                "shows the points by the rule in force",
                () -> Patience.until("A posting for the record", () -> postings(passbook, record) == 1));
        JsonNode statement = statement(passbook);
        long sum = 0;
        for (JsonNode line : statement) {
            if (line.path("ruleCode").asText().isEmpty()
                    || line.path("ruleVersion").asInt() < 1) {
                throw new Refusal("A posting names no rule: " + line);
            }
            sum += line.path("amount").asLong();
        }
        chronicle.check(
                "The balance of the passbook",
                sum,
                cast.second()
                        .api()
                        .get(passbook)
                        .expectSuccess()
                        .body()
                        .path("balance")
                        .asLong());
        Answer summary = cast.second().api().get("/api/v1/inbox/summary").expectSuccess();
        if (summary.body().path("unread").asInt() == 0) {
            throw new Refusal("The volunteer's inbox has no unread message.");
        }
    }

    private long postings(String passbook, String record) {
        long found = 0;
        for (JsonNode line : statement(passbook)) {
            found += record.equals(line.path("causeId").asText()) ? 1 : 0;
        }
        return found;
    }

    private JsonNode statement(String passbook) {
        return cast.second()
                .api()
                .get(passbook + "/statement")
                .expectSuccess()
                .body()
                .path("items");
    }

    /**
     * Neither a topic nor a log nor a refusal may hold a name, a number, a phone or an address of anybody in the story;
     * asked when everything is over.
     */
    void privacy() {
        Papers papers = cast.papers().get(2);
        List<Answer> refusals = List.of(
                refused(
                        409,
                        cast.first().api().post("/api/v1/volunteers", papers.registration(DemoDistrict.COMMUNITY))),
                refused(400, cast.second().api().post("/api/v1/volunteers", Map.of("realName", papers.realName()))),
                refused(409, cast.first().api().post("/api/v1/requests/" + request + "/acceptance", null)));
        StringBuilder found = new StringBuilder();
        chronicle.becomes(
                "privacy",
                "names, numbers, phones, addresses are nowhere else",
                () -> found.append(new PrivacyScan(workplace, cast.personal()).run(refusals)));
        chronicle.remark(found.toString());
    }

    private static Answer refused(int expected, Answer answer) {
        if (answer.status() != expected && answer.status() != 404 && answer.status() != 403) {
            throw new Refusal(answer.asked() + " answered " + answer.status() + " instead of " + expected + ".");
        }
        return answer;
    }
}
