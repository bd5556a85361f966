package org.linli.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a hostile caller may try with a bare socket; RFC 9112, section 11.2. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@DisplayName("One request cannot be hidden in another")
class FramingTest {

    Surroundings surroundings;

    @Test
    @DisplayName("different, doubled or unreadable lengths are refused")
    void unclearLengths() throws Exception {
        int before = received();
        for (String lengths : new String[] {
            "Content-Length: 5\nContent-Length: 6",
            "Content-Length: 5, 6",
            "Content-Length: -1",
            "Content-Length: +5",
            "Content-Length: 0x5",
            "Content-Length: 99999999999999999999"
        }) {
            assertThat(Caller.wire(post(lengths) + "hello")).as(lengths).startsWith("HTTP/1.1 400");
        }
        assertThat(received()).isEqualTo(before);
    }

    @Test
    @DisplayName("unknown transfer encodings are refused")
    void unknownEncodings() throws Exception {
        int before = received();
        for (String encoding : new String[] {
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding: chunked\nTransfer-Encoding: identity",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding : chunked",
            "Transfer-Encoding: identity\nContent-Length: 5"
        }) {
            assertThat(Caller.wire(post(encoding) + "0\n\n")).as(encoding).startsWith("HTTP/1.1 400");
        }
        assertThat(received()).isEqualTo(before);
    }

    @Test
    @DisplayName("with a length and chunks only the chunks count, and what follows them is not served in secret")
    void lengthAndChunks() throws Exception {
        int before = received();
        String hidden = "GET /api/v1/requests/hidden HTTP/1.1\nHost: a\n\n";

        String answers = Caller.wire(post("Content-Length: 6\nTransfer-Encoding: chunked") + "0\n\n" + hidden);

        // The second request is a request of its own to us, without a token; the service never sees it.
        assertThat(answers).startsWith("HTTP/1.1 200").contains("\"bytes\":0", "HTTP/1.1 401");
        assertThat(received()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("chunks with unreadable sizes end the connection and are not taken as a whole body")
    void unreadableChunks() throws Exception {
        String answers = Caller.wire(post("Transfer-Encoding: chunked") + "zz\nhello\n0\n\n");

        assertThat(answers).doesNotContain("HTTP/1.1 200");
    }

    @Test
    @DisplayName("a body that stops in the middle is never taken as whole")
    void bodyThatStops() throws Exception {
        assertThat(Caller.wire(post("Content-Length: 10") + "hello")).doesNotContain("HTTP/1.1 200");
    }

    @Test
    @DisplayName("HTTP/1.0, upgrades and tunnels are not served")
    void otherProtocols() throws Exception {
        String token = surroundings.issuer().token();

        assertThat(Caller.wire("GET /api/v1/requests HTTP/1.0\nHost: a\nAuthorization: Bearer " + token + "\n\n"))
                .startsWith("HTTP/1.0 505");
        assertThat(Caller.wire("CONNECT points:80 HTTP/1.1\nHost: points:80\n\n"))
                .doesNotContain(" 200 ");
        assertThat(Caller.wire("TRACE /api/v1/requests HTTP/1.1\nHost: a\nAuthorization: Bearer " + token + "\n\n"))
                .startsWith("HTTP/1.1 405");
        assertThat(Caller.wire("GET /api/v1/requests HTTP/1.1\nHost: a\nAuthorization: Bearer " + token
                        + "\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13"
                        + "\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n\n"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("\"upgrade\"");
    }

    @Test
    @DisplayName("a request without a usable host is refused")
    void withoutHost() throws Exception {
        assertThat(Caller.wire("GET /api/v1/requests HTTP/1.1\n\n"))
                .startsWith("HTTP/1.1 400")
                .contains("bad-request");
        assertThat(Caller.wire("GET /api/v1/requests HTTP/1.1\nHost: a/../b\n\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    @DisplayName("a header or a first line that is too long is refused")
    void oversizedHeads() throws Exception {
        int before = received();
        String host = " HTTP/1.1\nHost: a\n";

        assertThat(Caller.wire("GET /api/v1/requests" + host + "X-Long: " + "x".repeat(20_000) + "\n\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(Caller.wire("GET /api/v1/requests" + host + "X-Many: 12345678\n".repeat(2_000) + "\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(Caller.wire("GET /api/v1/requests?" + "x".repeat(10_000) + host + "\n"))
                .contains(" 414 ");
        assertThat(received()).isEqualTo(before);
    }

    @Test
    @DisplayName("a refused body that never ends does not hold the connection")
    void endlessBody() throws Exception {
        String answer = Caller.wire(post("Content-Length: 60000").replace("Authorization", "X-Nothing") + "hello");

        assertThat(answer).startsWith("HTTP/1.1 401");
    }

    private int received() {
        return surroundings.service("activity").received();
    }

    private String post(String framing) {
        return "POST /api/v1/requests HTTP/1.1\nHost: a\nAuthorization: Bearer "
                + surroundings.issuer().token() + "\n" + framing + "\n\n";
    }
}
