package org.linli.activity.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.activity.checkin.PresenceCode.Judgement;

@DisplayName("The rotating code")
class PresenceCodeTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private final PresenceCode code = new PresenceCode("a secret of the house".getBytes(), Duration.ofSeconds(30), 1);
    private final UUID request = UUID.randomUUID();

    @Test
    void staysTheSameWithinAStepAndChangesWithTheNext() {
        PresenceCode.Shown first = code.show(request, NOON);
        assertThat(code.show(request, NOON.plusSeconds(29))).isEqualTo(first);
        assertThat(code.show(request, NOON.plusSeconds(30)).token()).isNotEqualTo(first.token());
        assertThat(first.digits()).matches("\\d{6}");
        assertThat(first.validFrom()).isEqualTo(NOON);
        assertThat(first.validUntil()).isEqualTo(NOON.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(longs = {-30, 0, 29, 30, 59})
    void countsOneStepBeforeAndAfter(long seconds) {
        PresenceCode.Shown shown = code.show(request, NOON);
        assertThat(code.judgeToken(request, shown.token(), NOON.plusSeconds(seconds)))
                .isEqualTo(Judgement.VALID);
        assertThat(code.digitsFit(request, shown.digits(), NOON.plusSeconds(seconds)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -31, 60, 86400})
    void isExpiredAtAnyOtherTime(long seconds) {
        PresenceCode.Shown shown = code.show(request, NOON);
        assertThat(code.judgeToken(request, shown.token(), NOON.plusSeconds(seconds)))
                .isEqualTo(Judgement.EXPIRED);
        assertThat(code.show(request, NOON.plusSeconds(seconds)).token()).isNotEqualTo(shown.token());
    }

    @Test
    void isReadFromTheWholeAddressToo() {
        String url = "https://linli.example.org/c/" + code.show(request, NOON).token();
        assertThat(code.judgeToken(request, url, NOON)).isEqualTo(Judgement.VALID);
        assertThat(code.requestOf(url)).contains(request);
    }

    @Test
    void isWorthNothingForAnotherRequest() {
        PresenceCode.Shown foreign = code.show(UUID.randomUUID(), NOON);
        assertThat(code.judgeToken(request, foreign.token(), NOON)).isEqualTo(Judgement.INVALID);
    }

    @Test
    void isWorthNothingWithoutOurSecret() {
        PresenceCode stranger = new PresenceCode("another secret".getBytes(), Duration.ofSeconds(30), 1);
        assertThat(code.judgeToken(request, stranger.show(request, NOON).token(), NOON))
                .isEqualTo(Judgement.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "nonsense", "https://elsewhere.example.org/c/", "AAAA", "====", "签到"})
    void isNotMadeOfNonsense(String text) {
        assertThat(code.judgeToken(request, text, NOON)).isEqualTo(Judgement.INVALID);
        assertThat(code.requestOf(text)).isEmpty();
    }

    @Test
    void doesNotSurviveTheChangeOfAnyLetter() {
        String token = code.show(request, NOON).token();
        for (int place = 0; place < token.length() - 1; place++) {
            char other = token.charAt(place) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, place) + other + token.substring(place + 1);
            assertThat(code.judgeToken(request, changed, NOON)).isEqualTo(Judgement.INVALID);
        }
    }
}
