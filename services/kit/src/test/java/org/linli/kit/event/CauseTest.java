package org.linli.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The cause of a failure")
class CauseTest {
    @Test
    @DisplayName("is the record if a rule, PostgreSQL or our own code stumbles over what it holds")
    void isTheRecord() {
        assertThat(Cause.of(new CompletionException(new UnusableEvent("without a beginning"))))
                .contains(new Cause(Cause.Kind.UNUSABLE, "without a beginning"));
        assertThat(Cause.of(new PgException("value too long: 王小明", "ERROR", "22001", "")))
                .contains(new Cause(Cause.Kind.DATABASE, "SQLSTATE 22001"));
        assertThat(stumble("nonsense"))
                .isEqualTo(new Cause(Cause.Kind.STUMBLED, "DateTimeParseException in org.linli.kit.event.CauseTest"));
    }

    @Test
    @DisplayName("is nobody's fault if the database or the network is away")
    void isNobodysFault() {
        assertThat(Cause.of(new ConnectException("refused"))).isEmpty();
        assertThat(Cause.of(new PgException("deadlock detected", "ERROR", "40P01", "")))
                .isEmpty();
    }

    @Test
    @DisplayName("is the same for records that fail alike, whatever they hold, and makes a group of them")
    void isTheSameForRecordsThatFailAlike() {
        String one = CauseGroup.of("activity", "linli.activity.request.started.v1", stumble("2026-99-99"));
        assertThat(one)
                .isEqualTo(CauseGroup.of("activity", "linli.activity.request.started.v1", stumble("王小明")))
                .matches(CauseGroup.PATTERN)
                .isNotEqualTo(CauseGroup.of("points", "linli.activity.request.started.v1", stumble("x")))
                .isNotEqualTo(CauseGroup.of("activity", null, stumble("x")))
                .isNotEqualTo(CauseGroup.of(
                        "activity", "linli.activity.request.started.v1", new Cause(Cause.Kind.UNUSABLE, "x")));
    }

    @Test
    @DisplayName("says nothing of a type that is none")
    void saysNothingOfATypeThatIsNone() {
        assertThat(EventTypes.shown("linli.activity.check-in.left.v1")).isEqualTo("linli.activity.check-in.left.v1");
        assertThat(EventTypes.shown("linli.later.thing.happened.v12")).isNotNull();
        assertThat(EventTypes.shown("王小明")).isNull();
        assertThat(EventTypes.shown("linli.activity.13800138000.left.v1")).isNull();
        assertThat(EventTypes.shown(null)).isNull();
    }

    private static Cause stumble(String text) {
        try {
            Instant.parse(text);
            throw new AssertionError("read " + text);
        } catch (RuntimeException broken) {
            return Cause.of(broken).orElseThrow();
        }
    }
}
