package org.linli.activity.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.activity.request.Orders.OFFER;
import static org.linli.activity.request.Orders.RESIDENT;
import static org.linli.activity.request.Orders.SERVING;
import static org.linli.activity.request.Orders.STATION;
import static org.linli.activity.request.Orders.TEAM;
import static org.linli.activity.request.Orders.VOLUNTEER;
import static org.linli.activity.request.Orders.at;
import static org.linli.activity.request.Orders.must;
import static org.linli.contracts.activity.RequestStatus.ACCEPTED;
import static org.linli.contracts.activity.RequestStatus.CANCELLED;
import static org.linli.contracts.activity.RequestStatus.COMPLETED;
import static org.linli.contracts.activity.RequestStatus.DISPATCHED;
import static org.linli.contracts.activity.RequestStatus.IN_SERVICE;
import static org.linli.contracts.activity.RequestStatus.REJECTED;
import static org.linli.contracts.activity.RequestStatus.SUBMITTED;
import static org.linli.contracts.activity.RequestStatus.VERIFIED;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.contracts.activity.RequestState;
import org.linli.contracts.activity.RequestStatus;
import org.linli.contracts.activity.ReviewSide;
import org.linli.kit.Outcome;

@DisplayName("An order for help")
class HelpRequestTest {

    /** Every move an order has, each done by somebody who may. */
    enum Move {
        VERIFY(request -> request.verify(STATION, at(100))),
        REJECT(request -> request.reject(STATION, "no", at(100))),
        DISPATCH_TO_VOLUNTEER(
                request -> request.dispatch(new Offer.ToVolunteer(VOLUNTEER), UUID.randomUUID(), STATION, at(100))),
        DISPATCH_TO_TEAM(request -> request.dispatch(new Offer.ToTeam(TEAM), UUID.randomUUID(), STATION, at(100))),
        ACCEPT(request -> request.accept(VOLUNTEER, true, SERVING, at(100))),
        DECLINE(request -> request.decline(VOLUNTEER, SERVING, "ill", at(100))),
        TIME_OUT(request -> request.timeOut(OFFER, at(100))),
        START(request -> request.start(SERVING, at(100))),
        COMPLETE(request -> request.complete(false, SERVING, at(100))),
        REVIEW_AS_RECIPIENT(request -> request.review(ReviewSide.RECIPIENT, 5, RESIDENT, at(100))),
        REVIEW_AS_VOLUNTEER(request -> request.review(ReviewSide.VOLUNTEER, 5, SERVING, at(100))),
        REOPEN(request -> request.reopen(2, RESIDENT, "still broken", at(100))),
        CANCEL(request -> request.cancel(false, RESIDENT, "no need", at(100))),
        ESCALATE(request -> request.escalate(1, at(100)));

        private final Function<HelpRequest, Outcome<Moved>> act;

        Move(Function<HelpRequest, Outcome<Moved>> act) {
            this.act = act;
        }
    }

    /** What comes of each move in each state: the state afterwards, or the refusal. */
    private static final Map<Move, Map<RequestStatus, Object>> EXPECTED = new EnumMap<>(Move.class);

    static {
        every(Move.VERIFY, ActivityRefusal.REQUEST_NOT_SUBMITTED).put(SUBMITTED, VERIFIED);
        every(Move.REJECT, ActivityRefusal.REQUEST_NOT_SUBMITTED).put(SUBMITTED, REJECTED);
        every(Move.DISPATCH_TO_VOLUNTEER, ActivityRefusal.REQUEST_NOT_IN_POOL).put(VERIFIED, DISPATCHED);
        every(Move.DISPATCH_TO_TEAM, ActivityRefusal.REQUEST_NOT_IN_POOL).put(VERIFIED, DISPATCHED);
        Map<RequestStatus, Object> accept = every(Move.ACCEPT, ActivityRefusal.REQUEST_NOT_OFFERED);
        accept.put(DISPATCHED, ACCEPTED);
        accept.put(ACCEPTED, ActivityRefusal.REQUEST_TAKEN);
        accept.put(IN_SERVICE, ActivityRefusal.REQUEST_TAKEN);
        accept.put(COMPLETED, ActivityRefusal.REQUEST_TAKEN);
        Map<RequestStatus, Object> decline = every(Move.DECLINE, ActivityRefusal.REQUEST_NOT_OFFERED);
        decline.put(DISPATCHED, VERIFIED);
        decline.put(ACCEPTED, VERIFIED);
        every(Move.TIME_OUT, ActivityRefusal.REQUEST_NOT_OFFERED).put(DISPATCHED, VERIFIED);
        every(Move.START, ActivityRefusal.REQUEST_NOT_ACCEPTED).put(ACCEPTED, IN_SERVICE);
        every(Move.COMPLETE, ActivityRefusal.REQUEST_NOT_IN_SERVICE).put(IN_SERVICE, COMPLETED);
        every(Move.REVIEW_AS_RECIPIENT, ActivityRefusal.REQUEST_NOT_COMPLETED).put(COMPLETED, COMPLETED);
        every(Move.REVIEW_AS_VOLUNTEER, ActivityRefusal.REQUEST_NOT_COMPLETED).put(COMPLETED, COMPLETED);
        // completed but without a bad review
        every(Move.REOPEN, ActivityRefusal.REQUEST_NOT_COMPLETED)
                .put(COMPLETED, ActivityRefusal.REOPENING_NEEDS_BAD_REVIEW);
        Map<RequestStatus, Object> cancel = every(Move.CANCEL, CANCELLED);
        cancel.put(REJECTED, ActivityRefusal.REQUEST_CLOSED);
        cancel.put(COMPLETED, ActivityRefusal.REQUEST_CLOSED);
        cancel.put(CANCELLED, ActivityRefusal.REQUEST_CLOSED);
        Map<RequestStatus, Object> escalate = every(Move.ESCALATE, ActivityRefusal.REQUEST_CLOSED);
        escalate.put(SUBMITTED, SUBMITTED);
        escalate.put(VERIFIED, VERIFIED);
        escalate.put(DISPATCHED, DISPATCHED);
    }

    private static Map<RequestStatus, Object> every(Move move, Object result) {
        Map<RequestStatus, Object> row = new EnumMap<>(RequestStatus.class);
        for (RequestStatus status : RequestStatus.values()) {
            row.put(status, result);
        }
        EXPECTED.put(move, row);
        return row;
    }

    static Stream<Arguments> everyMoveInEveryState() {
        return Stream.of(Move.values())
                .flatMap(move -> Stream.of(RequestStatus.values()).map(status -> Arguments.of(move, status)));
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("everyMoveInEveryState")
    @DisplayName("Each move in each state does what the table says, and a refused one changes nothing")
    void eachMoveInEachStateDoesWhatTheTableSays(Move move, RequestStatus status) {
        HelpRequest request = Orders.in(status);
        RequestState before = stateOf(request);

        Outcome<Moved> outcome = move.act.apply(request);

        switch (EXPECTED.get(move).get(status)) {
            case RequestStatus after -> {
                Moved moved = must(outcome);
                assertThat(request.status()).isEqualTo(after);
                assertThat(moved.hop().status()).isEqualTo(after);
                assertThat(((RequestState) moved.event().state()).status()).isEqualTo(after);
                assertThat(moved.hop().seconds()).isEqualTo(6000);
            }
            case ActivityRefusal refusal -> {
                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Outcome.Refused.class,
                                refused -> assertThat(refused.refusal()).isEqualTo(refusal));
                assertThat(stateOf(request)).isEqualTo(before);
            }
            case Object unexpected -> throw new AssertionError(unexpected);
        }
    }

    @Test
    @DisplayName("Its events and its history count without a gap, refused moves do not count")
    void eventsAndHistoryCountWithoutAGap() {
        HelpRequest request = Orders.submitted();
        Moved verified = must(request.verify(STATION, at(1)));
        request.verify(STATION, at(1));
        Moved dispatched = must(request.dispatch(new Offer.ToTeam(TEAM), OFFER, STATION, at(2)));
        Moved declined = must(request.decline(VOLUNTEER, SERVING, "ill", at(3)));

        assertThat(Stream.of(verified, dispatched, declined).map(Moved::sequence))
                .containsExactly(2L, 3L, 4L);
        assertThat(Stream.of(verified, dispatched, declined)
                        .map(moved -> moved.hop().position()))
                .containsExactly(2, 3, 4);
    }

    @Test
    @DisplayName("Offered to a volunteer, it cannot be taken by another one")
    void offeredToAVolunteerItCannotBeTakenByAnother() {
        HelpRequest request = Orders.offeredTo(new Offer.ToVolunteer(VOLUNTEER));

        assertThat(request.accept(UUID.randomUUID(), true, SERVING, at(3)))
                .isEqualTo(Outcome.refused(ActivityRefusal.OFFER_NOT_YOURS, null, Map.of("status", DISPATCHED)));
    }

    @Test
    @DisplayName("Offered to a team, the first member has it and the second is told that it is taken")
    void offeredToATeamTheFirstMemberHasIt() {
        HelpRequest request = Orders.offeredTo(new Offer.ToTeam(TEAM));
        UUID second = UUID.randomUUID();

        assertThat(request.accept(second, false, SERVING, at(3))).isInstanceOf(Outcome.Refused.class);
        must(request.accept(VOLUNTEER, true, SERVING, at(3)));

        assertThat(request.volunteerId()).isEqualTo(VOLUNTEER);
        assertThat(request.teamId()).isEqualTo(TEAM);
        assertThat(request.accept(second, true, SERVING, at(3)))
                .isEqualTo(Outcome.refused(ActivityRefusal.REQUEST_TAKEN, null, Map.of("status", ACCEPTED)));
    }

    @Test
    @DisplayName("Declined, it is in the pool without an offer, and the history still names the offer")
    void declinedItIsInThePoolWithoutAnOffer() {
        HelpRequest request = Orders.offeredTo(new Offer.ToVolunteer(VOLUNTEER));

        Moved declined = must(request.decline(VOLUNTEER, SERVING, "ill", at(3)));

        assertThat(stateOf(request))
                .extracting(RequestState::dispatchId, RequestState::volunteerId)
                .containsOnlyNulls();
        assertThat(declined.hop().offerId()).isEqualTo(OFFER);
        assertThat(declined.hop().volunteerId()).isEqualTo(VOLUNTEER);
        assertThat(declined.event()).isInstanceOfSatisfying(ActivityEvent.RequestDeclined.class, event -> {
            assertThat(event.declinedBy()).isEqualTo(VOLUNTEER);
            assertThat(event.state().volunteerId()).isNull();
        });
    }

    @Test
    @DisplayName("A time-out of an earlier offer does not touch the present one")
    void aTimeOutOfAnEarlierOfferDoesNotTouchThePresentOne() {
        HelpRequest request = Orders.offeredTo(new Offer.ToVolunteer(VOLUNTEER));

        assertThat(request.timeOut(UUID.randomUUID(), at(3))).isInstanceOf(Outcome.Refused.class);
        assertThat(request.status()).isEqualTo(DISPATCHED);
    }

    @Test
    @DisplayName("It is neither completed nor cancelled while somebody is still there")
    void itIsNotCompletedWhileSomebodyIsStillThere() {
        HelpRequest request = Orders.in(IN_SERVICE);

        assertThat(request.complete(true, SERVING, at(60))).isEqualTo(Outcome.refused(ActivityRefusal.STILL_PRESENT));
        assertThat(request.cancel(true, RESIDENT, "enough", at(60)))
                .isEqualTo(Outcome.refused(ActivityRefusal.STILL_PRESENT));
        assertThat(request.status()).isEqualTo(IN_SERVICE);
    }

    @Test
    @DisplayName("Each side reviews once a round")
    void eachSideReviewsOnceARound() {
        HelpRequest request = Orders.reviewed(2);

        assertThat(request.review(ReviewSide.RECIPIENT, 5, RESIDENT, at(91)))
                .isEqualTo(Outcome.refused(ActivityRefusal.ALREADY_REVIEWED));
        must(request.review(ReviewSide.VOLUNTEER, 4, SERVING, at(91)));
        must(request.reopen(2, RESIDENT, "still broken", at(92)));
        must(request.dispatch(new Offer.ToVolunteer(VOLUNTEER), UUID.randomUUID(), STATION, at(93)));
        must(request.accept(VOLUNTEER, true, SERVING, at(94)));
        must(request.start(SERVING, at(95)));
        must(request.complete(false, SERVING, at(96)));
        must(request.review(ReviewSide.RECIPIENT, 5, RESIDENT, at(97)));

        assertThat(request.recipientStars()).isEqualTo(5);
    }

    @Test
    @DisplayName("A bad review opens it again: in the pool, one round more, the clock runs on")
    void aBadReviewOpensItAgain() {
        HelpRequest request = Orders.reviewed(2);

        Moved reopened = must(request.reopen(2, RESIDENT, "still broken", at(120)));

        assertThat(request.status()).isEqualTo(VERIFIED);
        assertThat(request.round()).isEqualTo(2);
        assertThat(request.volunteerId()).isNull();
        assertThat(reopened.hop().seconds()).isEqualTo(7200);
    }

    @Test
    @DisplayName("A fair review does not open it again")
    void aFairReviewDoesNotOpenItAgain() {
        assertThat(Orders.reviewed(3).reopen(2, RESIDENT, "still broken", at(120)))
                .isEqualTo(Outcome.refused(ActivityRefusal.REOPENING_NEEDS_BAD_REVIEW, null, Map.of("stars", 2)));
    }

    @Test
    @DisplayName("It escalates once a round, and an escalation of an earlier round does nothing")
    void itEscalatesOnceARound() {
        HelpRequest request = Orders.reviewed(1);
        must(request.reopen(2, RESIDENT, "still broken", at(120)));

        assertThat(request.escalate(1, at(130))).isInstanceOf(Outcome.Refused.class);
        must(request.escalate(2, at(140)));
        assertThat(request.escalate(2, at(150))).isInstanceOf(Outcome.Refused.class);
        assertThat(request.escalationLevel()).isOne();
    }

    private static RequestState stateOf(HelpRequest request) {
        return new RequestState(
                request.id(),
                request.ordered().recipientId(),
                request.ordered().stationId(),
                request.ordered().division(),
                request.ordered().category(),
                request.status(),
                request.offerId(),
                request.teamId(),
                request.volunteerId(),
                request.ordered().submittedAt(),
                request.escalationLevel(),
                request.round());
    }
}
