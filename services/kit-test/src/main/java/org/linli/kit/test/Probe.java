package org.linli.kit.test;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;
import org.linli.kit.test.Api.Answer;
import org.linli.kit.test.Bodies.Spoilt;

/**
 * One operation under bad input. A refusal changes nothing, so that one prepared sample serves for many bad calls. A
 * call that succeeded after all may have used it up: it still serves for values that nobody accepts, until the service
 * refuses it for its state.
 */
final class Probe {

    private final Api api;
    private final Operation operation;
    private final Supplier<Sample> samples;
    private Sample prepared;
    private boolean used;

    Probe(Api api, Operation operation, Supplier<Sample> samples) {
        this.api = api;
        this.operation = operation;
        this.samples = samples;
    }

    Operation operation() {
        return operation;
    }

    /** A call that would succeed. */
    Sample sample() {
        if (used) {
            prepared = null;
        }
        return perhapsUsed();
    }

    /** A call that would succeed, or would have before it did. */
    private Sample perhapsUsed() {
        if (prepared == null) {
            prepared = samples.get();
            used = false;
        }
        return prepared;
    }

    /** Whether what was prepared succeeded already. */
    boolean isUsed() {
        return used;
    }

    /** The same with a sample that nobody used. */
    Probe afresh() {
        prepared = null;
        used = false;
        return this;
    }

    /**
     * What somebody gets for the sample, as {@link RightsTable} says it.
     *
     * @param token null for nobody
     * @param district digits of the district in which the sample lies
     */
    String answerTo(String token, String district) {
        Sample call = perhapsUsed().by(token);
        if (operation.isStream()) {
            return RightsTable.answer(api.statusOf(call), false);
        }
        Answer answer = send(call);
        boolean sees = "GET".equals(operation.method()) && answer.text().contains("\"" + district);
        return RightsTable.answer(answer.status(), sees);
    }

    /** The body of such a call, if it is a JSON object. */
    Optional<ObjectNode> body() {
        return operation.readsJson()
                        && perhapsUsed().body() != null
                        && Bodies.read(perhapsUsed().body()) instanceof ObjectNode body
                ? Optional.of(body)
                : Optional.empty();
    }

    Answer send(Sample call) {
        return send(call, operation.mediaType().orElse(null));
    }

    Answer send(Sample call, String mediaType) {
        Answer answer = api.send(operation.method(), call, mediaType);
        if (answer.succeeded() && !"GET".equals(operation.method())) {
            used = true;
        }
        return answer;
    }

    /** The answer to a spoilt body that was refused for the body, if it was refused. */
    private Answer answerTo(Spoilt spoilt) {
        Answer answer = send(perhapsUsed().withBody(spoilt.text()));
        boolean refusedForItsState = used && !answer.succeeded() && answer.status() != 400;
        return refusedForItsState ? send(sample().withBody(spoilt.text())) : answer;
    }

    /** What is wrong with the answer to a spoilt body; empty if nothing is. */
    String faultOf(Spoilt spoilt, boolean fieldIsNamed) {
        Answer answer = answerTo(spoilt);
        if (answer.succeeded()) {
            return spoilt.mustBeRefused() ? told(spoilt.how(), "accepted with " + answer.status()) : "";
        }
        String fault = faultOf(answer);
        if (fault.isEmpty() && fieldIsNamed && !names(answer, spoilt.field())) {
            fault = "the problem does not name the field but " + answer.beginning();
        }
        return told(spoilt.how(), fault);
    }

    /** What is wrong with an answer that is allowed to succeed; empty if nothing is. */
    static String faultOf(Answer answer) {
        if (answer.status() >= 500) {
            return "answered " + answer.status() + " " + answer.beginning();
        }
        return answer.status() >= 400 ? answer.faultAsProblem() : "";
    }

    /** What was done and what was wrong with the answer, as one line; empty if nothing was. */
    static String told(String how, String fault) {
        return fault.isEmpty() ? "" : how + " → " + fault;
    }

    private static boolean names(Answer answer, String field) {
        return answer.json().path("field").asText().startsWith(field);
    }
}
