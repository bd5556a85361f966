package org.linli.registration;

import static org.linli.registration.Refusals.assertRefused;
import static org.linli.registration.Refusals.done;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A one-time code")
class OneTimeCodeTest {
    private static final Instant ISSUED = Instant.parse("2026-03-01T02:00:00Z");
    private static final Instant EXPIRY = ISSUED.plus(Duration.ofDays(7));
    private static final int TRIES = 3;

    private OneTimeCode code;

    @BeforeEach
    void issue() {
        code = OneTimeCode.issued(hash("right"), UUID.randomUUID(), ISSUED, EXPIRY);
    }

    @Test
    void isRightUntilTheMomentItExpires() {
        done(code.attempt(hash("right"), TRIES, EXPIRY.minusMillis(1)));
        assertRefused(code.attempt(hash("right"), TRIES, EXPIRY), RegistrationRefusal.SIGN_IN_CODE_EXPIRED);
    }

    @Test
    void isOfNoUseToWhoeverGaveItOut() {
        UUID station = UUID.randomUUID();
        OneTimeCode own = OneTimeCode.issued(hash("right"), station, ISSUED, EXPIRY);

        assertRefused(own.broughtBy(station), RegistrationRefusal.OWN_CODE);
        done(own.broughtBy(UUID.randomUUID()).then(brought -> brought.attempt(hash("right"), TRIES, ISSUED)));
    }

    @Test
    void worksOnce() {
        done(code.attempt(hash("right"), TRIES, ISSUED)).use(ISSUED);

        assertRefused(code.attempt(hash("right"), TRIES, ISSUED), RegistrationRefusal.SIGN_IN_CODE_WRONG);
    }

    @Test
    void isVoidAfterTheLastWrongTryEvenIfTheNextOneIsRight() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            assertRefused(code.attempt(hash("wrong"), TRIES, ISSUED), RegistrationRefusal.SIGN_IN_CODE_WRONG);
        }

        assertRefused(code.attempt(hash("right"), TRIES, ISSUED), RegistrationRefusal.SIGN_IN_CODE_VOID);
    }

    @Test
    void survivesOneWrongTryLess() {
        for (int attempt = 1; attempt < TRIES; attempt++) {
            assertRefused(code.attempt(hash("wrong"), TRIES, ISSUED), RegistrationRefusal.SIGN_IN_CODE_WRONG);
        }

        done(code.attempt(hash("right"), TRIES, ISSUED));
    }

    @Test
    void beginsAnewWhenItIsIssuedAgain() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            code.attempt(hash("wrong"), TRIES, ISSUED);
        }
        code = OneTimeCode.issued(hash("newer"), UUID.randomUUID(), EXPIRY, EXPIRY.plus(Duration.ofDays(7)));

        assertRefused(code.attempt(hash("right"), TRIES, EXPIRY), RegistrationRefusal.SIGN_IN_CODE_WRONG);
        done(code.attempt(hash("newer"), TRIES, EXPIRY));
    }

    private static byte[] hash(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
