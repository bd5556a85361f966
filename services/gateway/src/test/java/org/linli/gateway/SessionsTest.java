package org.linli.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@DisplayName("People in browsers")
class SessionsTest {

    private static final String OWN = "/api/v1/requests";

    Surroundings surroundings;
    private final String person = "person-" + UUID.randomUUID();

    @BeforeEach
    void somebodySignsIn() {
        surroundings.issuer().codes().login(person);
    }

    @AfterEach
    void theIssuerIsAsBefore() {
        surroundings.issuer().codes().tokensLast(600);
        surroundings.issuer().codes().answerWithNonce(null);
        surroundings.issuer().codes().answerWithError(0, null);
        surroundings.issuer().codes().answersAfter(Duration.ZERO);
        surroundings.service("registration").registration().refusesSessions(false);
        surroundings.service("registration").registration().clockIsBehind(Duration.ZERO);
    }

    @Test
    @DisplayName("sign in with code and PKCE, come back to where they were, and services see their token")
    void signInAndCall() {
        Browser browser = new Browser();

        HttpResponse<String> back = browser.signIn("/api/v1/requests?limit=3");

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(Browser.location(back)).isEqualTo("/api/v1/requests?limit=3");
        JsonObject seen = Caller.json(browser.read(OWN)).getJsonObject("headers");
        assertThat(seen.getString("authorization")).startsWith("Bearer ey");
        assertThat(seen.getString("cookie")).isNull();
        assertThat(surroundings.service("registration").registration().inForce(person))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "get a cookie that no script reads, that other sites cannot send along, and in which nothing is legible")
    void theCookie() {
        Browser browser = new Browser();
        browser.signIn();

        assertThat(browser.lastCookieLine()).startsWith("linli=").contains("; Path=/;", "; HttpOnly", "; SameSite=Lax");
        assertThat(browser.cookies()).containsOnlyKeys("linli");
        assertThat(browser.cookies().get("linli")).hasSizeLessThan(3_500).doesNotContain("eyJhbGciOi");
    }

    @Test
    @DisplayName("are sent to the sign-in when they open a page, told 499 in a script whose session ended, 401 else")
    void withoutSession() {
        Browser stranger = new Browser();
        assertThat(Browser.location(stranger.open(OWN + "?limit=3")))
                .isEqualTo("/sign-in?to=%2Fapi%2Fv1%2Frequests%3Flimit%3D3");
        assertThat(stranger.read(OWN).statusCode()).isEqualTo(401);

        Browser late = new Browser();
        late.signIn();
        surroundings.service("registration").registration().endAllOf(person);

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            late.cookies().putIfAbsent("linli", "gone");
            assertThat(late.read(OWN).statusCode()).isEqualTo(499);
        });
        late.cookies().put("linli", "gone");
        HttpResponse<String> plain = late.send(OWN, request -> request);
        assertThat(plain.statusCode()).isEqualTo(401);
        assertThat(late.cookies()).isEmpty();
    }

    @Test
    @DisplayName("cannot be made to act by another site's page")
    void otherSites() {
        Browser browser = new Browser();
        browser.signIn();
        int before = surroundings.service("activity").received();

        String own = "http://127.0.0.1:" + Caller.port();
        for (HttpResponse<String> response : List.of(
                browser.post(OWN, request -> request),
                browser.post(OWN, request -> request.header("X-Requested-With", " ")),
                browser.post(
                        OWN, marked -> marked.header("X-Requested-With", "x").header("Origin", "http://evil.example")),
                browser.post(
                        OWN, marked -> marked.header("X-Requested-With", "x").header("Origin", "null")),
                browser.post(
                        OWN, marked -> marked.header("X-Requested-With", "x").header("Sec-Fetch-Site", "same-site")),
                browser.post(
                        OWN, marked -> marked.header("X-Requested-With", "x").header("Sec-Fetch-Site", "cross-site")),
                browser.send(OWN, request -> request.DELETE()),
                browser.send(OWN, request -> request.method("PATCH", BodyPublishers.ofString("{}"))),
                browser.post("/sign-out", request -> request),
                browser.post("/sign-out-everywhere", request -> request))) {
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(Caller.json(response).getString("code")).isEqualTo("cross-site");
        }
        assertThat(surroundings.service("activity").received()).isEqualTo(before);

        assertThat(browser.post(OWN).statusCode()).isEqualTo(200);
        assertThat(browser.post(
                                OWN,
                                marked -> marked.header("X-Requested-With", "x")
                                        .header("Origin", own)
                                        .header("Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("with a bearer token need no mark of a page, and their cookie then counts for nothing")
    void bearerIsUnaffected() {
        Browser browser = new Browser();
        browser.signIn();
        String token = surroundings.issuer().token();

        HttpResponse<String> response =
                browser.post(OWN, request -> request.header("Authorization", "Bearer " + token));
        assertThat(Caller.json(response).getJsonObject("headers").getString("authorization"))
                .isEqualTo("Bearer " + token);

        assertThat(browser.post(OWN, request -> request.header("Authorization", "Bearer x"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("are signed out at once, and a copy of their cookie is worth nothing then")
    void signOut() {
        Browser browser = new Browser();
        browser.signIn();
        String copy = browser.cookieHeader();

        HttpResponse<String> out = browser.post("/sign-out");

        assertThat(Caller.json(out).getString("next"))
                .startsWith(surroundings.issuer().issuer() + "/logout?client_id=linli-gateway");
        assertThat(browser.cookies()).isEmpty();
        assertThat(Caller.call(OWN, request -> request.header("Cookie", copy).header("X-Requested-With", "x"))
                        .statusCode())
                .isEqualTo(499);
        assertThat(browser.post("/sign-out").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("are signed out everywhere, also where another gateway was asked, and their event streams end")
    void signOutEverywhere() {
        Browser one = new Browser();
        one.signIn();
        Browser other = new Browser();
        other.signIn();
        StubService activity = surroundings.service("activity");
        int closedBefore = activity.streamsClosed();
        CompletableFuture<HttpResponse<String>> stream = Caller.CLIENT.sendAsync(
                Caller.request(
                        "/api/v1/requests/stream",
                        request ->
                                request.header("Cookie", other.cookieHeader()).header("Accept", "text/event-stream")),
                HttpResponse.BodyHandlers.ofString());
        await().until(() -> activity.streamsOpen() > 0);

        assertThat(one.post("/sign-out-everywhere").statusCode()).isEqualTo(200);

        assertThat(other.read(OWN).statusCode()).isEqualTo(499);
        await().until(() -> activity.streamsClosed() > closedBefore);
        assertThat(stream).failsWithin(Duration.ofSeconds(5));

        Browser third = new Browser();
        third.signIn();
        assertThat(third.read(OWN).statusCode()).isEqualTo(200);
        surroundings.service("registration").registration().endAllOf(person);
        await().atMost(Duration.ofSeconds(3))
                .until(() -> third.send("/session", request -> request).body().contains("false"));
    }

    @Test
    @DisplayName("get newer tokens before theirs end, once for all calls that come together")
    void refresh() {
        surroundings.issuer().codes().tokensLast(1);
        Browser browser = new Browser();
        browser.signIn();
        String firstCookie = browser.cookieHeader();
        surroundings.issuer().codes().tokensLast(600);
        int before = surroundings.issuer().codes().refreshed();

        List<CompletableFuture<HttpResponse<String>>> together = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            together.add(Caller.CLIENT.sendAsync(
                    Caller.request(OWN, request -> request.header("Cookie", firstCookie)),
                    HttpResponse.BodyHandlers.ofString()));
        }
        together.forEach(call -> assertThat(call.join().statusCode()).isEqualTo(200));

        assertThat(surroundings.issuer().codes().refreshed()).isEqualTo(before + 1);
        assertThat(browser.read(OWN).statusCode()).isEqualTo(200);
        assertThat(browser.cookieHeader()).isNotEqualTo(firstCookie);
        assertThat(browser.read(OWN).statusCode()).isEqualTo(200);
        assertThat(surroundings.issuer().codes().refreshed()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("are signed out when that happens elsewhere while their tokens are renewed")
    void endedWhileItIsRenewed() {
        surroundings.issuer().codes().tokensLast(1);
        Browser browser = new Browser();
        browser.signIn();
        surroundings.issuer().codes().tokensLast(600);
        surroundings.issuer().codes().answersAfter(Duration.ofSeconds(3));
        int before = surroundings.issuer().codes().refreshed();

        CompletableFuture<HttpResponse<String>> call = CompletableFuture.supplyAsync(() -> browser.read(OWN));
        await().until(() -> surroundings.issuer().codes().refreshed() > before);
        surroundings.service("registration").registration().endAllOf(person);

        assertThat(call.join().statusCode()).isEqualTo(499);
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    @DisplayName("are signed out when the issuer does not know them any more")
    void theIssuerEndsIt() {
        surroundings.issuer().codes().tokensLast(1);
        Browser browser = new Browser();
        browser.signIn();
        surroundings.issuer().codes().forgetEverybody();
        String copy = browser.cookieHeader();
        int before = surroundings.issuer().codes().refreshed();

        assertThat(browser.read(OWN).statusCode()).isEqualTo(499);
        assertThat(Caller.call(OWN, request -> request.header("Cookie", copy).header("X-Requested-With", "x"))
                        .statusCode())
                .isEqualTo(499);
        assertThat(surroundings.issuer().codes().refreshed()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("stay signed in while the issuer cannot say anything about them, whatever else it says")
    void theIssuerIsAway() {
        surroundings.issuer().codes().tokensLast(1);
        Browser browser = new Browser();
        browser.signIn();
        surroundings.issuer().codes().tokensLast(600);
        await().untilAsserted(() -> {
            surroundings.issuer().codes().answerWithError(401, "invalid_client");
            assertThat(browser.read(OWN).statusCode()).isEqualTo(503);
        });
        assertThat(browser.cookies()).containsKey("linli");
        HttpResponse<String> session = browser.read("/session");
        assertThat(session.statusCode()).isEqualTo(503);
        assertThat(Caller.json(session).getString("code")).isEqualTo("sign-in-unavailable");

        surroundings.issuer().codes().answerWithError(0, null);

        assertThat(browser.read(OWN).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("are told so when they signed in too often")
    void tooOften() {
        surroundings.service("registration").registration().refusesSessions(true);
        Browser browser = new Browser();

        assertThat(Browser.location(browser.signIn())).isEqualTo("/?sign-in=often");
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    @DisplayName("are signed out elsewhere also after the clock of the database was put back")
    void clockPutBack() {
        StubRegistration registration = surroundings.service("registration").registration();
        registration.clockIsBehind(Duration.ofHours(1));
        long anHourAgo = System.currentTimeMillis() - Duration.ofMinutes(59).toMillis();

        await().atMost(Duration.ofSeconds(5)).until(() -> registration.askedSince() < anHourAgo);
    }

    @Test
    @DisplayName("are not signed in by a link, an old answer, another state or an ID token for another question")
    void foreignAnswers() {
        Browser browser = new Browser();
        assertThat(Browser.location(browser.open("/sign-in/callback?code=x&state=y")))
                .isEqualTo("/?sign-in=again");
        browser.open("/sign-in?to=/");
        assertThat(Browser.location(browser.open("/sign-in/callback?code=x&state=y")))
                .isEqualTo("/?sign-in=again");

        surroundings.issuer().codes().answerWithNonce("another");
        assertThat(Browser.location(browser.signIn())).isEqualTo("/?sign-in=refused");
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    @DisplayName("are never led to another site after signing in")
    void onlyHome() {
        for (String to : List.of("https://evil.example", "//evil.example", "/%5Cevil.example", "/sign-in", "evil")) {
            assertThat(Browser.location(new Browser().signIn(to))).as(to).isEqualTo("/");
        }
    }

    @Test
    @DisplayName("get 400 for an address that cannot be read, and 405 where they should have posted")
    void unreadable() throws Exception {
        Browser browser = new Browser();

        assertThat(Caller.wire("GET /sign-in?to=%zz HTTP/1.1\nHost: a\n\n")).startsWith("HTTP/1.1 400");
        assertThat(browser.open("/sign-out").statusCode()).isEqualTo(405);
        assertThat(browser.post("/session").statusCode()).isEqualTo(405);
    }

    @Test
    @DisplayName("cannot change a cookie or pass one off as another")
    void sealedCookies() {
        Browser browser = new Browser();
        browser.signIn();
        String sealed = browser.cookies().get("linli");
        Browser trying = new Browser();
        trying.open("/sign-in?to=/");
        String attempt = trying.cookies().get("linli-attempt");

        for (String forged : List.of(
                sealed.substring(1),
                sealed.substring(0, 40),
                flipped(sealed),
                attempt,
                "",
                "x",
                sealed + "; linli=x")) {
            HttpResponse<String> response = Caller.call(
                    OWN, request -> request.header("Cookie", "linli=" + forged).header("X-Requested-With", "x"));
            assertThat(response.statusCode()).as(forged).isEqualTo(499);
        }
    }

    private static String flipped(String text) {
        char last = text.charAt(text.length() / 2);
        return text.substring(0, text.length() / 2) + (last == 'A' ? 'B' : 'A') + text.substring(text.length() / 2 + 1);
    }
}
