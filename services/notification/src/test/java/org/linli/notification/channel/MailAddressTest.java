package org.linli.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final int TRIES = 5;

    private final MailAddress given =
            MailAddress.given(new EmailAddress("Zhang.San@Example.org"), UUID.randomUUID(), NOW.plusSeconds(900), 1);

    @Test
    void the_right_code_proves_the_address_and_is_used_up() {
        assertThat(given.tryCode("123456", "123456", TRIES, NOW)).isInstanceOfSatisfying(CodeTry.Right.class, right -> {
            assertThat(right.next().verified()).isTrue();
            assertThat(right.next().tryCode("123456", "123456", TRIES, NOW)).isInstanceOf(CodeTry.Absent.class);
        });
    }

    @Test
    void five_wrong_tries_end_a_code_and_then_the_right_one_does_not_help() {
        MailAddress address = given;
        for (int left = 4; left >= 0; left--) {
            CodeTry.Wrong wrong = (CodeTry.Wrong) address.tryCode("000000", "123456", TRIES, NOW);
            assertThat(wrong.left()).isEqualTo(left);
            address = wrong.next();
        }
        assertThat(address.tryCode("123456", "123456", TRIES, NOW)).isInstanceOf(CodeTry.Spent.class);
    }

    @Test
    void a_code_is_good_until_its_time_is_over() {
        assertThat(given.tryCode("123456", "123456", TRIES, NOW.plusSeconds(899)))
                .isInstanceOf(CodeTry.Right.class);
        assertThat(given.tryCode("123456", "123456", TRIES, NOW.plusSeconds(900)))
                .isInstanceOf(CodeTry.Expired.class);
    }

    @Test
    void the_proven_address_stays_until_the_one_that_is_wanted_is_proven_too() {
        MailAddress proven = ((CodeTry.Right) given.tryCode("123456", "123456", TRIES, NOW)).next();
        EmailAddress other = new EmailAddress("new@example.org");
        MailAddress changing = proven.replacedBy(other).withCode(UUID.randomUUID(), NOW.plusSeconds(900));
        MailAddress tried = ((CodeTry.Wrong) changing.tryCode("000000", "123456", TRIES, NOW)).next();
        assertThat(tried.verified()).isTrue();
        assertThat(tried.address()).isEqualTo(given.address());
        assertThat(tried.toProve()).isEqualTo(other);
        MailAddress changed = ((CodeTry.Right) tried.tryCode("123456", "123456", TRIES, NOW)).next();
        assertThat(changed.address()).isEqualTo(other);
        assertThat(changed.isToBeProven()).isFalse();
        // or it stays after all
        assertThat(tried.keptAfterAll().isToBeProven()).isFalse();
        assertThat(tried.keptAfterAll().address()).isEqualTo(given.address());
    }

    @Test
    void another_code_begins_anew() {
        MailAddress tried = ((CodeTry.Wrong) given.tryCode("000000", "123456", TRIES, NOW)).next();
        MailAddress anew = tried.withCode(UUID.randomUUID(), NOW.plusSeconds(1800));
        assertThat(anew.wrongCodes()).isZero();
        assertThat(anew.codeId()).isNotEqualTo(given.codeId());
        assertThat(anew.version()).isGreaterThan(tried.version());
    }

    @Test
    void an_address_is_shown_masked_and_compared_without_capitals() {
        assertThat(given.address().masked()).isEqualTo("Z***@Example.org");
        assertThat(given.address().normalised()).isEqualTo("zhang.san@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zhang",
                "@example.org",
                "zhang@",
                "zhang@example",
                "a@b@example.org",
                "zhang@example.org, li@example.org",
                "zhang@example.org\r\nBcc: li@example.org",
                "\"zhang\"@example.org",
                ".zhang@example.org",
                "zhang.@example.org",
                "zhang@-example.org",
                "张三@example.org"
            })
    void what_is_no_plain_address_is_refused(String text) {
        assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
