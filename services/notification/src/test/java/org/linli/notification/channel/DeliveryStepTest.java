package org.linli.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.notification.message.MessageGroup;
import org.linli.notification.message.MessageRule;
import org.linli.notification.message.MessageTable;
import org.linli.notification.preference.ChannelChoice;
import org.linli.notification.preference.Preferences;
import org.linli.notification.preference.QuietHours;

class DeliveryStepTest {
    /** 23:00 in Shanghai. */
    private static final Instant NIGHT = Instant.parse("2026-03-02T15:00:00Z");

    private static final Instant MORNING = Instant.parse("2026-03-02T23:00:00Z");

    private final MessageTable table = new MessageTable();
    private final MailAddress verified =
            new MailAddress(new EmailAddress("li@example.org"), NIGHT.minusSeconds(60), null, null, null, 0, 2);

    @Test
    void what_is_wanted_goes_to_the_verified_address() {
        assertThat(step("redemption-held", verified, Preferences.UNTOUCHED))
                .isEqualTo(new DeliveryStep.Send(verified.address()));
    }

    @Test
    void quiet_hours_hold_and_urgent_messages_pass() {
        Preferences sleeper = preferences(ChannelChoice.NONE, new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
        assertThat(step("redemption-held", verified, sleeper)).isEqualTo(new DeliveryStep.Hold(MORNING));
        assertThat(step("place-offered", verified, sleeper)).isInstanceOf(DeliveryStep.Send.class);
    }

    @Test
    void what_its_owner_turned_off_meanwhile_is_withdrawn() {
        ChannelChoice noOrders = new ChannelChoice(Map.of(MessageGroup.EXCHANGE, false), Map.of());
        assertThat(step("redemption-held", verified, preferences(noOrders, null)))
                .isEqualTo(new DeliveryStep.Withdraw(Trouble.TURNED_OFF));
    }

    @Test
    void a_single_kind_is_stronger_than_its_group() {
        ChannelChoice onlyThis = new ChannelChoice(
                Map.of(MessageGroup.EXCHANGE, false), Map.of("redemption-held", true, "place-offered", false));
        assertThat(step("redemption-held", verified, preferences(onlyThis, null)))
                .isInstanceOf(DeliveryStep.Send.class);
        assertThat(step("place-offered", verified, preferences(onlyThis, null)))
                .isInstanceOf(DeliveryStep.Withdraw.class);
    }

    @Test
    void nothing_goes_to_an_address_that_is_gone_or_not_proven() {
        MailAddress unproven = MailAddress.given(verified.address(), UUID.randomUUID(), MORNING, 3);
        DeliveryStep withdrawn = new DeliveryStep.Withdraw(Trouble.NO_ADDRESS);
        assertThat(step("redemption-held", null, Preferences.UNTOUCHED)).isEqualTo(withdrawn);
        assertThat(step("redemption-held", unproven, Preferences.UNTOUCHED)).isEqualTo(withdrawn);
    }

    @Test
    void a_code_goes_to_the_address_it_is_to_prove_even_at_night_and_only_while_it_is_good() {
        MailAddress unproven = MailAddress.given(verified.address(), UUID.randomUUID(), NIGHT.plusSeconds(900), 1);
        Preferences sleeper = preferences(ChannelChoice.NONE, new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
        DueDelivery code = due(DueDelivery.CODE, unproven.codeId(), unproven);
        assertThat(DeliveryStep.of(code, Optional.empty(), sleeper, NIGHT))
                .isEqualTo(new DeliveryStep.Send(unproven.address()));
        DeliveryStep isVoid = new DeliveryStep.Withdraw(Trouble.CODE_VOID);
        assertThat(DeliveryStep.of(code, Optional.empty(), sleeper, NIGHT.plusSeconds(900)))
                .isEqualTo(isVoid);
        DueDelivery older = due(DueDelivery.CODE, UUID.randomUUID(), unproven);
        assertThat(DeliveryStep.of(older, Optional.empty(), sleeper, NIGHT)).isEqualTo(isVoid);
    }

    @Test
    void pauses_double_up_to_the_longest_and_end_after_three_days() {
        Retries retries = new Retries(Duration.ofSeconds(15), Duration.ofHours(1), Duration.ofDays(3), 3);
        assertThat(retries.next(Trouble.SERVER_AWAY, 1, NIGHT, NIGHT)).contains(NIGHT.plusSeconds(15));
        assertThat(retries.next(Trouble.LETTERBOX_FULL, 4, NIGHT, NIGHT)).contains(NIGHT.plusSeconds(120));
        assertThat(retries.next(Trouble.SERVER_REFUSES, 40, NIGHT, NIGHT)).contains(NIGHT.plusSeconds(3600));
        assertThat(retries.next(Trouble.SERVER_AWAY, 5, NIGHT, NIGHT.plus(Duration.ofDays(3))))
                .isEmpty();
    }

    @Test
    void what_cannot_succeed_is_not_tried_for_ever() {
        Retries retries = new Retries(Duration.ofSeconds(15), Duration.ofHours(1), Duration.ofDays(3), 3);
        assertThat(retries.next(Trouble.ADDRESS_REFUSED, 1, NIGHT, NIGHT)).isEmpty();
        assertThat(retries.next(Trouble.LETTER_REFUSED, 1, NIGHT, NIGHT)).isEmpty();
        assertThat(retries.next(Trouble.LETTER_BROKEN, 2, NIGHT, NIGHT)).isPresent();
        assertThat(retries.next(Trouble.LETTER_BROKEN, 3, NIGHT, NIGHT)).isEmpty();
        assertThat(retries.next(Trouble.ADDRESS_UNREADABLE, 3, NIGHT, NIGHT)).isEmpty();
    }

    @Test
    void mail_goes_to_the_proven_address_and_the_code_to_the_one_that_is_wanted() {
        MailAddress changing = verified.replacedBy(new EmailAddress("new@example.org"))
                .withCode(UUID.randomUUID(), NIGHT.plusSeconds(900));
        assertThat(step("redemption-held", changing, Preferences.UNTOUCHED))
                .isEqualTo(new DeliveryStep.Send(verified.address()));
        DueDelivery code = due(DueDelivery.CODE, changing.codeId(), changing);
        assertThat(DeliveryStep.of(code, Optional.empty(), Preferences.UNTOUCHED, NIGHT))
                .isEqualTo(new DeliveryStep.Send(new EmailAddress("new@example.org")));
    }

    private DeliveryStep step(String kind, MailAddress address, Preferences preferences) {
        Optional<MessageRule> rule = table.rule(kind);
        return DeliveryStep.of(due(kind, UUID.randomUUID(), address), rule, preferences, NIGHT);
    }

    private static DueDelivery due(String kind, UUID event, MailAddress address) {
        return new DueDelivery(UUID.randomUUID(), UUID.randomUUID(), event, kind, 1, NIGHT, Map.of(), address, false);
    }

    private static Preferences preferences(ChannelChoice email, QuietHours quiet) {
        return new Preferences(Locale.ENGLISH, ChannelChoice.NONE, email, quiet, 1);
    }
}
