package org.linli.cli.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HttpHealthTest {
    @Test
    void the_failing_check_is_named_with_what_it_says() {
        String body = """
                {"status":"DOWN","checks":[
                  {"name":"PostgreSQL","status":"DOWN","data":{"cause":"connection refused"}},
                  {"name":"Kafka","status":"UP"}]}
                """;

        assertThat(HttpHealth.detail(body)).isEqualTo("PostgreSQL (cause connection refused)");
    }

    @Test
    void a_check_that_is_up_but_degraded_is_named_too() {
        String body = """
                {"status":"UP","checks":[{"name":"outbox","status":"UP","data":{"state":"degraded","age":"40 s"}}]}
                """;

        assertThat(HttpHealth.detail(body)).isEqualTo("outbox (state degraded, age 40 s)");
    }

    @Test
    void a_page_that_is_no_health_says_nothing() {
        assertThat(HttpHealth.detail("<html>")).isEmpty();
        assertThat(HttpHealth.detail("{}")).isEmpty();
    }
}
