package org.linli.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the gateway said.
 *
 * @param asked the request in a few words, for messages
 * @param body the JSON of the answer; a missing node if it has none
 */
public record Answer(String asked, int status, HttpHeaders headers, JsonNode body) {
    /** This answer if it has the status, else a sentence with what came instead. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new Refusal(asked + " answered " + status + " instead of " + expected + reason() + ".");
        }
        return this;
    }

    /** This answer if it is a success, else a sentence with what came instead. */
    public Answer expectSuccess() {
        if (!isSuccess()) {
            throw new Refusal(asked + " answered " + status + reason() + ".");
        }
        return this;
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The stable code of a refusal (failures.md); empty if the answer is none. */
    public String code() {
        return body.path("code").asText("");
    }

    /** The codes of a refusal that has several reasons, in their order; empty if it names none. */
    public Set<String> reasons() {
        Set<String> codes = new LinkedHashSet<>();
        for (JsonNode reason : body.path("details").path("reasons")) {
            codes.add(reason.path("code").asText());
        }
        return codes;
    }

    /** A field of the body as text. */
    public String text(String field) {
        return body.path(field).asText("");
    }

    private String reason() {
        String detail = text("detail");
        String what = code().isEmpty() ? detail : code() + (detail.isEmpty() ? "" : ", " + detail);
        String why = reasons().isEmpty() ? "" : ": " + String.join(", ", reasons());
        return what.isEmpty() ? "" : " (" + what.replaceAll("\\.$", "") + why + ")";
    }
}
