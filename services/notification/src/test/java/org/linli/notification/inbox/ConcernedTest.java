package org.linli.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.AccountId;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ProgrammeEvent.SessionChanged;
import org.linli.contracts.activity.SessionState;
import org.linli.contracts.activity.SessionStatus;
import org.linli.contracts.activity.SignUpEvent.PlaceOffered;
import org.linli.contracts.activity.SignUpEvent.SignUpCancelled;
import org.linli.contracts.activity.SignUpEvent.SignUpWithdrawn;
import org.linli.contracts.activity.SignUpEvent.SignedUp;
import org.linli.contracts.activity.SignUpState;
import org.linli.contracts.activity.SignUpStatus;
import org.linli.contracts.points.MerchantEvent.MerchantJoined;
import org.linli.contracts.points.MerchantState;
import org.linli.contracts.points.MerchantState.MerchantStatus;
import org.linli.contracts.points.RedemptionEvent.RedemptionFulfilled;
import org.linli.contracts.points.RedemptionState;
import org.linli.contracts.points.RedemptionState.RedemptionStatus;
import org.linli.contracts.points.TransferEvent.TransferMade;
import org.linli.contracts.points.TransferState;
import org.linli.contracts.registration.GrantState;
import org.linli.contracts.registration.GuardianshipEvent.GuardianshipChanged;
import org.linli.contracts.registration.GuardianshipState;
import org.linli.contracts.registration.GuardianshipState.GuardianConsent;
import org.linli.contracts.registration.RegistrationEvent.RoleGranted;
import org.linli.contracts.registration.RegistrationEvent.RoleRevoked;
import org.linli.kit.event.Fact;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Those concerned are told")
class ConcernedTest {
    private static final Duration SOON = Duration.ofSeconds(45);
    private static final DivisionCode HERE = DivisionCode.of("530103005005");
    private static final Instant BEGIN = Instant.parse("2027-05-10T01:00:00Z");
    private static final Instant END = Instant.parse("2027-05-10T03:00:00Z");

    Surroundings surroundings;

    private final UUID session = UUID.randomUUID();
    private final UUID activity = UUID.randomUUID();

    @Test
    @DisplayName("of a changed session: who has a place or waits, with the guardians of today, and not who withdrew")
    void ofAChangedSession() {
        Story stays = new Story(surroundings);
        Story minor = new Story(surroundings);
        Story leaves = new Story(surroundings);
        UUID guardian = AccountId.of(surroundings.issuer().url(), Surroundings.anyone());
        signUp(UUID.randomUUID(), stays, SignUpStatus.CONFIRMED, List.of(), 1);
        UUID formerGuardian = AccountId.of(surroundings.issuer().url(), Surroundings.anyone());
        signUp(UUID.randomUUID(), minor, SignUpStatus.CONFIRMED, List.of(formerGuardian), 1);
        guardedByTurns(minor, formerGuardian, guardian);
        UUID left = UUID.randomUUID();
        signUp(left, leaves, SignUpStatus.CONFIRMED, List.of(), 1);
        signUp(left, leaves, SignUpStatus.WITHDRAWN, List.of(), 2);
        told(stays.account(), "sign-up-confirmed");
        told(formerGuardian, "sign-up-confirmed-ward");
        told(leaves.account(), "sign-up-withdrawn");

        SessionState state = new SessionState(
                session,
                activity,
                HERE.value(),
                null,
                null,
                ServiceCategory.CLEANING,
                BEGIN.plusSeconds(3600),
                END.plusSeconds(3600),
                3,
                SessionStatus.SCHEDULED);
        surroundings.events().publish("activity", Fact.of(session, 2, HERE, new SessionChanged(state, BEGIN, END)));
        told(stays.account(), "session-changed");
        told(minor.account(), "session-changed");
        told(guardian, "session-changed");
        assertThat(kinds(leaves.account())).doesNotContain("session-changed");
        assertThat(kinds(formerGuardian)).doesNotContain("session-changed");
    }

    @Test
    @DisplayName("of an offered place, in time, and of a session that was called off")
    void ofAnOfferedPlace() {
        Story next = new Story(surroundings);
        UUID signUp = UUID.randomUUID();
        signUp(signUp, next, SignUpStatus.OFFERED, List.of(), 1);
        told(next.account(), "place-offered");
        signUp(signUp, next, SignUpStatus.CANCELLED, List.of(), 2);
        told(next.account(), "session-cancelled");
        assertThat(kinds(next.account())).doesNotContain("sign-up-cancelled");
    }

    @Test
    @DisplayName("of what was handed over: the buyer and everybody at the till, even if the shop is made known later")
    void ofWhatWasHandedOver() {
        Story buyer = new Story(surroundings);
        UUID merchant = UUID.randomUUID();
        UUID till = AccountId.of(surroundings.issuer().url(), Surroundings.anyone());
        RedemptionState redemption = new RedemptionState(
                UUID.randomUUID(),
                UUID.randomUUID(),
                merchant,
                buyer.volunteerId(),
                HERE.value(),
                "POINTS",
                1500,
                RedemptionStatus.FULFILLED,
                END);
        surroundings
                .events()
                .publish("points", Fact.of(redemption.redemptionId(), 2, HERE, new RedemptionFulfilled(redemption)));
        told(buyer.account(), "redemption-fulfilled");
        MerchantState shop = new MerchantState(merchant, HERE.value(), MerchantStatus.ACTIVE, List.of(till));
        surroundings.events().publish("points", Fact.of(merchant, 1, HERE, new MerchantJoined(shop)));
        told(till, "merchant-joined");
        told(till, "redemption-handed-over");
    }

    @Test
    @DisplayName("of what was handed over: nobody at the till whose role was taken away")
    void ofWhatWasHandedOverWithoutTheFormerKeeper() {
        UUID merchant = UUID.randomUUID();
        UUID keeper = AccountId.of(surroundings.issuer().url(), Surroundings.anyone());
        UUID former = AccountId.of(surroundings.issuer().url(), Surroundings.anyone());
        UUID here = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        surroundings.events().publish("registration", granted(here, keeper, null, 1));
        surroundings.events().publish("registration", granted(gone, former, null, 1));
        surroundings.events().publish("registration", granted(gone, former, Instant.now(), 2));
        await().atMost(SOON)
                .until(() -> surroundings
                                .database()
                                .count(
                                        "select count(*) from grant_copy where grant_id = ?"
                                                + " or grant_id = ? and revoked_at is not null",
                                        here,
                                        gone)
                        == 2);
        MerchantState shop = new MerchantState(merchant, HERE.value(), MerchantStatus.ACTIVE, List.of(keeper, former));
        surroundings.events().publish("points", Fact.of(merchant, 1, HERE, new MerchantJoined(shop)));
        told(keeper, "merchant-joined");
        assertThat(kinds(former)).isEmpty();
    }

    private static Fact granted(UUID id, UUID account, Instant revoked, long sequence) {
        GrantState state = new GrantState(
                id,
                account,
                Role.MERCHANT,
                HERE.value(),
                HERE.value(),
                null,
                null,
                null,
                Instant.now().minusSeconds(60),
                null,
                revoked);
        return Fact.of(id, sequence, null, revoked == null ? new RoleGranted(state) : new RoleRevoked(state));
    }

    @Test
    @DisplayName("of points given away: who gave and who received")
    void ofPointsGivenAway() {
        Story giver = new Story(surroundings);
        Story receiver = new Story(surroundings);
        TransferState gift = new TransferState(
                UUID.randomUUID(),
                giver.volunteerId(),
                receiver.volunteerId(),
                null,
                HERE.value(),
                "POINTS",
                500,
                Instant.now());
        surroundings.events().publish("points", Fact.of(gift.transferId(), 1, HERE, new TransferMade(gift)));
        told(giver.account(), "transfer-sent");
        told(receiver.account(), "transfer-received");
        assertThat(kinds(giver.account())).doesNotContain("transfer-received");
    }

    private void signUp(UUID id, Story who, SignUpStatus status, List<UUID> guardians, long sequence) {
        SignUpState state = new SignUpState(
                id,
                session,
                activity,
                who.volunteerId(),
                who.account(),
                guardians,
                HERE.value(),
                null,
                status,
                null,
                status == SignUpStatus.OFFERED ? BEGIN : null,
                0,
                BEGIN,
                END);
        Fact fact = switch (status) {
            case OFFERED -> Fact.of(id, sequence, HERE, new PlaceOffered(state));
            case WITHDRAWN -> Fact.of(id, sequence, HERE, new SignUpWithdrawn(state));
            case CANCELLED -> Fact.of(id, sequence, HERE, new SignUpCancelled(state, true));
            case CONFIRMED, WAITLISTED, LAPSED, ATTENDED, NO_SHOW, EXCUSED ->
                Fact.of(id, sequence, HERE, new SignedUp(state));
        };
        surroundings.events().publish("activity", fact);
    }

    /** Somebody stood for the minor, and somebody else does now; returns when that is known. */
    private void guardedByTurns(Story minor, UUID before, UUID now) {
        UUID file = UUID.randomUUID();
        guarded(file, minor, before, 1);
        guarded(file, minor, now, 2);
        await().atMost(SOON)
                .until(() -> surroundings
                                .database()
                                .count(
                                        "select coalesce(max(sequence), 0) from ward_copy where guardianship_id = ?",
                                        file)
                        == 2);
    }

    private void guarded(UUID file, Story minor, UUID guardian, long sequence) {
        GuardianshipState state = new GuardianshipState(
                file, minor.volunteerId(), List.of(guardian), GuardianConsent.GIVEN, HERE.value(), true);
        surroundings.events().publish("registration", Fact.of(file, sequence, HERE, new GuardianshipChanged(state)));
    }

    private void told(UUID account, String kind) {
        await().atMost(SOON).untilAsserted(() -> assertThat(kinds(account)).contains(kind));
    }

    private List<String> kinds(UUID account) {
        return surroundings.database().query("select kind from inbox where account_id = ?", account).stream()
                .map(row -> (String) row.get("kind"))
                .toList();
    }
}
