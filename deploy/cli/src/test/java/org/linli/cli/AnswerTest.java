package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @Test
    void a_refusal_names_every_one_of_its_reasons() throws Exception {
        // Given a refusal with two reasons
        var body = new ObjectMapper().readTree("""
                {"code": "not-eligible", "details": {"reasons": [
                    {"code": "session-over", "field": "sessionId"},
                    {"code": "little-time-between", "field": "acceptSoftConflicts"}]}}""");
        Answer answer = new Answer("POST /api/v1/sign-ups", 409, HttpHeaders.of(Map.of(), (name, value) -> true), body);

        // Then they are known, and the sentence that nobody expected says them
        assertThat(answer.reasons()).containsExactly("session-over", "little-time-between");
        assertThatThrownBy(answer::expectSuccess)
                .hasMessage("POST /api/v1/sign-ups answered 409 (not-eligible: session-over, little-time-between).");
    }
}
