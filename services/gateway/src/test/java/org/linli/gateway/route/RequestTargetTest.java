package org.linli.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The target of a request")
class RequestTargetTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/requests,/api/v1/requests",
        "/api/v1/requests?a=../b,/api/v1/requests?a=../b",
        "/api/v1/requests?,/api/v1/requests",
        "/api/v1/a.b/...,/api/v1/a.b/...",
        "/api/v1/%E7%9B%98,/api/v1/%E7%9B%98",
        "http://linli.example/api/v1/requests?a=1,/api/v1/requests?a=1"
    })
    @DisplayName("passes on as it is, without the address it may carry")
    void passesOn(String uri, String expected) {
        assertThat(RequestTarget.of(uri).map(RequestTarget::toRequestLine)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "linli.example:80",
                "/api/v1/..",
                "/api/v1/./x",
                "/api/v1/%2E%2e/q",
                "/api/v1/.%2e/q",
                "/api/v1/a%2fb",
                "/api/v1/a%5Cb",
                "/api/v1/a\\b",
                "/api/v1/a;b",
                "/api/v1/a%3bb",
                "/api/v1/a%0d%0ab",
                "/api/v1/a%7f",
                "/api/v1/a%",
                "/api/v1/a%4",
                "/api/v1/a%g1",
                "/api/v1/a b",
                "/api/v1/a#b",
                "/api/v1/盘"
            })
    @DisplayName("is refused if another program might read it differently")
    void isRefused(String uri) {
        assertThat(RequestTarget.of(uri)).isEmpty();
    }
}
