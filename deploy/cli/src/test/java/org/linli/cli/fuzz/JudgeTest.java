package org.linli.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private static final String PROBLEM = "application/problem+json";

    @Test
    void a_success_and_a_refusal_with_its_code_are_no_faults() throws Exception {
        assertThat(fault(200, "application/json", "{}")).isEmpty();
        assertThat(fault(404, PROBLEM, "{\"status\":404,\"code\":\"not-found\",\"title\":\"Not found\"}"))
                .isEmpty();
    }

    @Test
    void a_5xx_is_a_fault_whatever_it_says() throws Exception {
        assertThat(fault(500, PROBLEM, "{\"status\":500,\"code\":\"internal\"}"))
                .contains("answered 500");
    }

    @Test
    void a_refusal_that_is_no_problem_with_its_status_and_code_is_a_fault() throws Exception {
        assertThat(fault(400, "text/html", "{}")).isPresent();
        assertThat(fault(400, PROBLEM, "{\"status\":409,\"code\":\"x\"}")).isPresent();
        assertThat(fault(400, PROBLEM, "{\"status\":400}")).isPresent();
    }

    @Test
    void what_is_too_long_to_be_read_may_be_refused_without_a_word() throws Exception {
        assertThat(Judge.faultOf(414, "", "", MissingNode.getInstance())).isEmpty();
        assertThat(Judge.faultOf(413, "", "", MissingNode.getInstance())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at org.linli.kit.http.Answers.ok(Answers.java:41)",
                "java.lang.IllegalStateException",
                "IllegalArgumentException: no",
                "duplicate key value violates unique constraint",
                "com.fasterxml.jackson.core.JsonParseException"
            })
    void what_tells_how_the_inside_is_made_is_a_fault(String told) throws Exception {
        assertThat(fault(400, PROBLEM, "{\"status\":400,\"code\":\"x\",\"detail\":\"" + told + "\"}"))
                .contains("told how the inside is made");
    }

    @Test
    void who_asks_to_come_back_later_says_when() {
        assertThat(Judge.isLater(429, true)).isTrue();
        assertThat(Judge.isLater(503, true)).isTrue();
        assertThat(Judge.isLater(503, false)).isFalse();
    }

    private static Optional<String> fault(int status, String type, String text) throws Exception {
        return Judge.faultOf(status, type, text, new JsonMapper().readTree(text));
    }
}
