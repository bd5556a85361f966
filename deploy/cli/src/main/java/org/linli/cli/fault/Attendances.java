package org.linli.cli.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.linli.cli.fault.SignUp.Step;

/** Whether a volunteer's sign-ups are those that were acknowledged, each where its last acknowledged act left it. */
final class Attendances {
    private final Person volunteer;
    private final List<String> wrong = new ArrayList<>();

    private Attendances(Person volunteer) {
        this.volunteer = volunteer;
    }

    /**
     * A sentence for everything that is not as the book says; what the book could not know is written into it: how long
     * somebody was there, and who was kept a place without seeing it.
     *
     * @param offered ids of the sign-ups that were ever kept a place
     */
    static List<String> differences(Acts acts, Set<String> offered, List<JsonNode> records) {
        Attendances attendances = new Attendances(acts.person());
        List<JsonNode> found = Lists.all(acts.person().api(), "/api/v1/sign-ups");
        attendances.is("sign-ups", acts.signUps().size(), found.size());
        for (SignUp signUp : acts.signUps()) {
            signUp.offered = offered.contains(signUp.id);
            attendances.check(signUp, found);
            if (signUp.did(Step.CHECKED_IN)) {
                attendances.presence(signUp, records);
            }
        }
        return attendances.wrong;
    }

    private void check(SignUp signUp, List<JsonNode> found) {
        List<String> status = found.stream()
                .filter(one -> one.path("id").asText().equals(signUp.id))
                .map(one -> one.path("status").asText())
                .toList();
        if (!status.equals(List.of(signUp.outcome()))) {
            wrong.add(
                    volunteer.name() + ": sign-up " + signUp.id + " is " + status + " instead of " + signUp.outcome());
        }
        if (signUp.did(Step.TAKEN) && !signUp.offered) {
            wrong.add(volunteer.name() + ": sign-up " + signUp.id + " took a place that was never kept for it");
        }
    }

    /** Whole minutes from arrival to departure, as the log of check-ins has them; empty if somebody is still there. */
    static OptionalInt presence(Person volunteer, String checkIn) {
        JsonNode pair = volunteer
                .api()
                .get("/api/v1/check-ins/" + checkIn)
                .expectSuccess()
                .body();
        if (!pair.hasNonNull("outAt")) {
            return OptionalInt.empty();
        }
        Instant in = Instant.parse(pair.path("inAt").asText());
        return OptionalInt.of((int)
                Duration.between(in, Instant.parse(pair.path("outAt").asText())).toMinutes());
    }

    /** Who did not check out in time was checked out by rule. */
    private void presence(SignUp signUp, List<JsonNode> records) {
        OptionalInt minutes = presence(volunteer, signUp.checkIn);
        if (minutes.isEmpty()) {
            wrong.add(volunteer.name() + ": check-in " + signUp.checkIn + " is still open");
            return;
        }
        signUp.minutes = minutes.getAsInt();
        List<JsonNode> proposed = records.stream()
                .filter(record -> record.path("checkInId").asText().equals(signUp.checkIn))
                .toList();
        is("records of check-in " + signUp.checkIn, signUp.served() ? 1 : 0, proposed.size());
        for (JsonNode record : proposed) {
            signUp.record = record.path("id").asText();
            is(
                    "minutes of record " + signUp.record,
                    signUp.minutes,
                    record.path("minutes").asInt());
            String status = signUp.did(Step.RECORD_CONFIRMED) ? "CONFIRMED" : "PROPOSED";
            if (!record.path("status").asText().equals(status)) {
                wrong.add("record " + signUp.record + " is "
                        + record.path("status").asText() + " instead of " + status);
            }
        }
    }

    private void is(String what, long must, long found) {
        if (must != found) {
            wrong.add(volunteer.name() + ": " + what + ": " + found + " instead of " + must);
        }
    }
}
