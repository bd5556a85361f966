package org.linli.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.gateway.StubCodeFlow;
import org.linli.gateway.StubRenewals;
import org.linli.gateway.Surroundings;
import org.linli.gateway.session.Renewals.Patience;

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
    private StubRenewals renewals;
    private Renewals one;
    private Renewals other;
    private String refreshToken;

    @BeforeEach
    void somebodyIsSignedIn() {
        codes = surroundings.issuer().codes();
        renewals = surroundings.service("registration").registration().renewals();
        one = new Renewals(vertx, issuer, claims);
        other = new Renewals(vertx, issuer, claims);
        refreshToken = codes.signedIn("person-" + UUID.randomUUID());
    }

    @AfterEach
    void allAreThereAgain() {
        codes.answerWithError(0, null);
        codes.answersAfter(Duration.ZERO);
        codes.hangsUp(false);
        codes.tokensLast(600);
        renewals.doesNotHear();
        renewals.losesAnswers(false);
        assertThat(codes.wasStolen(refreshToken)).as("shown twice").isFalse();
        assertThat(renewals.refused()).isEmpty();
    }

    @Test
    @DisplayName("ask an issuer once that takes a refresh token once, and both go on with what it gave")
    void askOnce() throws Exception {
        List<BrowserSession.Tokens> tokens = results(one.after(refreshToken), other.after(refreshToken));

        assertThat(codes.shown(refreshToken)).isEqualTo(1);
        assertThat(tokens.get(0).access()).isEqualTo(tokens.get(1).access());
        assertThat(tokens.get(0).refresh()).isEqualTo(tokens.get(1).refresh()).isNotEqualTo(refreshToken);
        assertThat(result(new Renewals(vertx, issuer, claims).after(refreshToken))
                        .access())
                .as("a third one, a moment later")
                .isEqualTo(tokens.get(0).access());
        assertThat(renewals.text())
                .doesNotContain(tokens.get(0).access(), tokens.get(0).refresh(), refreshToken);
    }

    @Test
    @DisplayName("do not try again what the issuer refused")
    void refusedOnce() {
        codes.forgetEverybody();
        for (Renewals gateway : List.of(one, other, one)) {
            assertThatThrownBy(() -> result(gateway.after(refreshToken))).hasRootCauseInstanceOf(Issuer.Refused.class);
        }

        assertThat(codes.shown(refreshToken)).isEqualTo(1);
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
        renewals.doesNotHear("claim", "outcome", "release");

        assertThat(result(one.after(refreshToken)).access()).startsWith("ey");
    }

    @Test
    @DisplayName("use an answer that comes when nobody waits for it any more, and show the token to nobody meanwhile")
    void lateAnswer() throws Exception {
        codes.answersAfter(Duration.ofSeconds(2));
        Renewals impatient = impatient();
        Renewals another = impatient();

        assertIsPutOff(impatient);
        assertIsPutOff(another);
        assertIsPutOff(impatient);
        assertThat(codes.shown(refreshToken)).isEqualTo(1);

        await().ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(result(impatient.after(refreshToken)).access())
                                .isEqualTo(result(another.after(refreshToken)).access()));
        renewals.later(Duration.ofMinutes(10));
        assertThat(result(one.after(refreshToken)).access())
                .as("when the person tries again")
                .startsWith("ey");
        assertThat(codes.shown(refreshToken)).isEqualTo(1);
    }

    @Test
    @DisplayName("go on from an answer that came late and is over by now")
    void lateAnswerThatIsOver() throws Exception {
        codes.tokensLast(0);
        codes.answersAfter(Duration.ofSeconds(1));
        assertIsPutOff(impatient());
        await().until(() -> renewals.longestKept().compareTo(RenewalClaims.KEPT) > 0);
        codes.tokensLast(600);
        codes.answersAfter(Duration.ZERO);

        assertThat(result(other.after(refreshToken)).accessUntil()).isAfter(Instant.now());

        assertThat(codes.shown(refreshToken)).isEqualTo(1);
    }

    @Test
    @DisplayName("show a token once more of which nothing was heard, when nothing can be heard of it any more")
    void noAnswerAtAll() throws Exception {
        codes.hangsUp(true);
        Renewals impatient = impatient();
        assertIsNotAnswered(impatient);
        codes.hangsUp(false);
        assertIsPutOff(impatient);
        assertIsPutOff(impatient());
        assertThat(codes.shown(refreshToken)).isEqualTo(1);

        renewals.later(Patience.USUAL.hold());

        assertThat(result(other.after(refreshToken)).access()).startsWith("ey");
        assertThat(codes.shown(refreshToken)).isEqualTo(2);
    }

    @Test
    @DisplayName("take a word of somebody in between for no answer")
    void somebodyInBetween() {
        codes.answerWithError(504, "timeout");
        assertIsNotAnswered(one);
        codes.answerWithError(0, null);

        assertIsPutOff(impatient());
        assertThat(codes.shown(refreshToken)).isEqualTo(1);
    }

    @Test
    @DisplayName("do not show it again either while registration is away")
    void noAnswerAndNoRegistration() {
        renewals.doesNotHear("claim", "outcome", "release");
        codes.hangsUp(true);
        assertIsNotAnswered(one);
        assertThatThrownBy(() -> result(one.after(refreshToken))).hasMessageContaining("may still answer");

        assertThat(codes.shown(refreshToken)).isEqualTo(1);
    }

    @Test
    @DisplayName("tell registration what came of it until it has heard")
    void toldAgain() throws Exception {
        renewals.doesNotHear("outcome");
        String access = result(one.after(refreshToken)).access();
        assertIsPutOff(impatient());

        renewals.doesNotHear();

        assertThat(result(other.after(refreshToken)).access()).isEqualTo(access);
        assertThat(codes.shown(refreshToken)).isEqualTo(1);
    }

    @Test
    @DisplayName("have the turn also if the answer that says so is lost")
    void lostAnswer() throws Exception {
        renewals.losesAnswers(true);
        String access = result(one.after(refreshToken)).access();
        renewals.losesAnswers(false);

        assertThat(result(other.after(refreshToken)).access()).isEqualTo(access);
        assertThat(codes.shown(refreshToken)).isEqualTo(1);
    }

    @Test
    @DisplayName("say that nobody can sign in where the issuer names no address for it, and answer")
    void discoveryWithoutAnAddress() {
        assertThatThrownBy(() -> result(issuer.needed("revocation_endpoint")))
                .hasMessageContaining("discovery names no revocation_endpoint");
    }

    private Renewals impatient() {
        return new Renewals(
                vertx,
                issuer,
                claims,
                new Patience(Duration.ofMillis(300), Patience.USUAL.answer(), Patience.USUAL.hold()));
    }

    private void assertIsPutOff(Renewals gateway) {
        assertThatThrownBy(() -> result(gateway.after(refreshToken))).hasRootCauseInstanceOf(TimeoutException.class);
    }

    private void assertIsNotAnswered(Renewals gateway) {
        assertThatThrownBy(() -> result(gateway.after(refreshToken))).hasCauseInstanceOf(Issuer.Unanswered.class);
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
