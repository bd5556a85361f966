package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who asks Keycloak for a token of the demo")
class DemoClientsTest {
    private volatile int status;
    private volatile String body;
    private HttpServer keycloak;
    private DemoClients clients;

    @BeforeEach
    void aKeycloak() throws IOException {
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keycloak.createContext("/", exchange -> {
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        keycloak.start();
        clients = new DemoClients(
                "http://127.0.0.1:" + keycloak.getAddress().getPort() + "/realms/linli", "secret of the demo");
    }

    @AfterEach
    void isGone() {
        keycloak.stop(0);
    }

    @Test
    void getsIt() {
        says(200, "{\"access_token\":\"a token\"}");

        assertThat(clients.apply("somebody")).isEqualTo("a token");
    }

    @Test
    void isToldThatAnotherTimeMayHelpIfItBreaksOff() {
        says(500, "{\"error\":\"unknown_error\"}");

        assertThatThrownBy(() -> clients.apply("somebody"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(3));
    }

    @Test
    void isToldThatNothingHelpsIfItIsRefused() {
        says(400, "{\"error\":\"unauthorized_client\"}");

        assertThatThrownBy(() -> clients.apply("somebody"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isNotEqualTo(3))
                .hasMessageContaining("unauthorized_client");
    }

    private void says(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
    }
}
