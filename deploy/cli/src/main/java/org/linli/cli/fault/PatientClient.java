package org.linli.cli.fault;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.cli.Answer;
import org.linli.cli.GatewayClient;
import org.linli.cli.Refusal;
import org.linli.cli.Waiting;

/**
 * The gateway for somebody who does not give up: whatever is not answered, or answered with an outage, is sent once
 * more, a POST under the same key. What comes back at last is a definite answer.
 */
final class PatientClient extends GatewayClient {
    /** Longer than any outage that the test makes, with the time to start again on a loaded machine. */
    static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LAST_PAUSE = Duration.ofSeconds(2);
    private static final Duration NEWS_PAUSE = Duration.ofMillis(200);
    private static final int NO_ANSWER = 3;
    private static final int INTERNAL_ERROR = 500;

    /** Refusals that say themselves that the same call may succeed in a moment. */
    private static final Set<String> IN_A_MOMENT =
            Set.of("idempotency-key-in-flight", "not-known-yet", "too-many-requests");

    private final Tally tally;

    PatientClient(URI base, Supplier<String> tokens, Tally tally) {
        super(base, tokens);
        this.tally = tally;
    }

    @Override
    public Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            String trouble;
            try {
                Answer answer = super.send(method, path, body, headers);
                trouble = trouble(answer);
                if (trouble.isEmpty()) {
                    return count(method, answer);
                }
            } catch (Refusal silent) {
                if (silent.exitCode() != NO_ANSWER) {
                    throw silent;
                }
                trouble = "no answer";
            }
            if (System.nanoTime() > end) {
                throw new Refusal(
                        method + " " + path + " came to nothing for " + PATIENCE.toSeconds() + " s: " + trouble);
            }
            tally.retried(trouble);
            Waiting.pause(pause);
            pause = pause.multipliedBy(2).compareTo(LAST_PAUSE) < 0 ? pause.multipliedBy(2) : LAST_PAUSE;
        }
    }

    private String trouble(Answer answer) {
        if (answer.status() == INTERNAL_ERROR) {
            tally.bug(answer.asked() + " answered 500 " + answer.body());
        }
        boolean outage = answer.status() >= INTERNAL_ERROR || IN_A_MOMENT.contains(answer.code());
        return outage ? answer.status() + " " + answer.code() : "";
    }

    private Answer count(String method, Answer answer) {
        if (method.equals("POST") && answer.isSuccess()) {
            tally.acknowledged(
                    answer.headers().firstValue("Idempotency-Replayed").isPresent());
        }
        return answer;
    }

    /** Does something as somebody of whom this service may not have heard yet; these refusals are waited out. */
    Answer postAsNewcomer(String path, Object body, String... refusalsOfStrangers) {
        Set<String> strangers = Set.of(refusalsOfStrangers);
        String key = UUID.randomUUID().toString();
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = post(path, body, key);
        while (strangers.contains(answer.code()) && System.nanoTime() < end) {
            tally.retried(answer.status() + " " + answer.code() + " (news under way)");
            Waiting.pause(NEWS_PAUSE);
            answer = post(path, body, key);
        }
        return answer.expectSuccess();
    }
}
