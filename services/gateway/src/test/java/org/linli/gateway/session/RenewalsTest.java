package org.linli.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.gateway.StubCodeFlow;
import org.linli.gateway.StubRegistration;
import org.linli.gateway.Surroundings;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@DisplayName("Two gateways with the session of one browser")
class RenewalsTest {

    Surroundings surroundings;

    @Inject
    Vertx vertx;

    @Inject
    Issuer issuer;

    @Inject
    RenewalClaims claims;

    private StubCodeFlow codes;
    private StubRegistration registration;
    private Renewals one;
    private Renewals other;
    private String refreshToken;

    @BeforeEach
    void somebodyIsSignedIn() {
        codes = surroundings.issuer().codes();
        registration = surroundings.service("registration").registration();
        one = new Renewals(vertx, issuer, claims);
        other = new Renewals(vertx, issuer, claims);
        refreshToken = codes.signedIn("person-" + UUID.randomUUID());
    }

    @AfterEach
    void allAreThereAgain() {
        codes.answerWithError(0, null);
        registration.renewalsAreKept(true);
    }

    @Test
    @DisplayName("ask an issuer once that takes a refresh token once, and both go on with what it gave")
    void askOnce() throws Exception {
        int before = codes.refreshed();

        List<BrowserSession.Tokens> tokens = results(one.after(refreshToken), other.after(refreshToken));

        assertThat(codes.refreshed()).isEqualTo(before + 1);
        assertThat(tokens.get(0).access()).isEqualTo(tokens.get(1).access());
        assertThat(tokens.get(0).refresh()).isEqualTo(tokens.get(1).refresh()).isNotEqualTo(refreshToken);
        assertThat(result(new Renewals(vertx, issuer, claims).after(refreshToken))
                        .access())
                .as("a third one, a moment later")
                .isEqualTo(tokens.get(0).access());
        assertThat(registration.renewalsText())
                .doesNotContain(tokens.get(0).access(), tokens.get(0).refresh(), refreshToken);
    }

    @Test
    @DisplayName("do not try again what the issuer refused")
    void refusedOnce() {
        codes.forgetEverybody();
        int before = codes.refreshed();

        for (Renewals gateway : List.of(one, other, one)) {
            assertThatThrownBy(() -> result(gateway.after(refreshToken))).hasRootCauseInstanceOf(Issuer.Refused.class);
        }

        assertThat(codes.refreshed()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("try again at once what failed for another reason than the session")
    void awayForAMoment() throws Exception {
        codes.answerWithError(429, "slow_down");
        assertThatThrownBy(() -> result(one.after(refreshToken)))
                .rootCause()
                .isNotInstanceOf(Issuer.Refused.class)
                .hasMessageContaining("slow_down");

        codes.answerWithError(0, null);

        assertThat(result(other.after(refreshToken)).access()).startsWith("ey");
    }

    @Test
    @DisplayName("renew without one another while registration is away")
    void withoutRegistration() throws Exception {
        registration.renewalsAreKept(false);

        assertThat(result(one.after(refreshToken)).access()).startsWith("ey");
    }

    @Test
    @DisplayName("say that nobody can sign in where the issuer names no address for it, and answer")
    void discoveryWithoutAnAddress() {
        assertThatThrownBy(() -> result(issuer.needed("revocation_endpoint")))
                .hasMessageContaining("discovery names no revocation_endpoint");
    }

    @SafeVarargs
    private static List<BrowserSession.Tokens> results(Future<BrowserSession.Tokens>... renewals) throws Exception {
        Future.all(Stream.of(renewals).toList())
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        return Stream.of(renewals).map(Future::result).toList();
    }

    private static <T> T result(Future<T> future) throws Exception {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause().getMessage(), failure.getCause());
        }
    }
}
