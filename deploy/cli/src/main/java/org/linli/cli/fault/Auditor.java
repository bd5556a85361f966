package org.linli.cli.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.linli.cli.Answer;
import org.linli.cli.Waiting;
import org.linli.cli.story.DemoDistrict;

/**
 * Reads the whole of the bank again and again while points move (reliability, guard 2): no passbook is ever negative,
 * and the ledger is sound in every state in which it is looked at.
 */
final class Auditor implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private static final int LEAST_LOOKS = 3;

    /** Checks of what is under way, which a fault may hold up. */
    private static final Set<String> OF_THE_MOMENT = Set.of("outbox", "waiting", "event-log");

    private final Neighbourhood neighbourhood;
    private final Collection<String> broken;
    private final Thread thread;
    private volatile boolean over;
    /** Written by the thread, read after it has ended. */
    private int looks;

    private Auditor(Neighbourhood neighbourhood, Collection<String> broken) {
        this.neighbourhood = neighbourhood;
        this.broken = broken;
        this.thread = Thread.ofVirtual().unstarted(this::work);
    }

    static Auditor begin(Neighbourhood neighbourhood, Collection<String> broken) {
        Auditor auditor = new Auditor(neighbourhood, broken);
        auditor.thread.start();
        return auditor;
    }

    private void work() {
        while (!over) {
            try {
                passbooks();
                ledger();
                looks++;
            } catch (RuntimeException gaveUp) {
                broken.add("the auditor had to give up: " + gaveUp);
                return;
            }
            Waiting.pause(PAUSE);
        }
    }

    private void passbooks() {
        for (JsonNode passbook :
                Lists.all(neighbourhood.district().api(), "/api/v1/passbooks?division=" + DemoDistrict.COMMUNITY)) {
            if (passbook.path("balance").asLong() < 0) {
                broken.add("passbook " + passbook.path("volunteerId").asText() + " was negative");
            }
        }
    }

    /** An outbox may be old and Kafka may be away just now; of the books themselves nothing may ever be wrong. */
    private void ledger() {
        Answer answer = neighbourhood
                .operator()
                .api()
                .get("/api/v1/ledger/verification")
                .expect(200);
        for (JsonNode check : answer.body().path("checks")) {
            boolean ofTheBooks = !OF_THE_MOMENT.contains(check.path("name").asText());
            if (ofTheBooks && !check.path("sound").asBoolean()) {
                broken.add("the ledger was not sound while points moved: " + check);
            }
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
            if (looks < LEAST_LOOKS) {
                broken.add("the auditor looked at the whole bank only " + looks + " times");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
