package org.linli.activity.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.activity.Refusals.done;
import static org.linli.activity.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;

@DisplayName("A service record")
class ServiceRecordTest {
    // ten in the morning in Shanghai
    private static final Instant BEGIN = Instant.parse("2026-03-02T02:00:00Z");
    private static final Instant LATER = BEGIN.plusSeconds(48 * 3600);
    private static final UUID ENTERING = UUID.randomUUID();
    private static final DayGates GATES = new DayGates(480, 720);
    private static final DayBook EMPTY_DAY = new DayBook(0, false);
    private static final byte[] EVIDENCE = {7};
    private static final Decider DISTRICT = new Decider(UUID.randomUUID(), Authority.DISTRICT, LATER);
    private static final Decider LEADER = new Decider(UUID.randomUUID(), Authority.ORDINARY, LATER);

    @Test
    void isProposedAndCountsOnceItIsConfirmed() {
        ServiceRecord record = scanned(120);
        RecordMove move = done(record.confirm(LEADER, EMPTY_DAY, GATES));

        assertThat(move.event()).isEqualTo(new ActivityEvent.ServiceRecordConfirmed(record.state()));
        assertThat(move.sequence()).isEqualTo(2);
        assertThat(record.status()).isEqualTo(RecordStatus.CONFIRMED);
        assertThat(record.minutes()).isEqualTo(120);
        assertThat(record.serviceDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        refused(record.confirm(LEADER, EMPTY_DAY, GATES), ActivityRefusal.RECORD_NOT_PROPOSED);
        refused(record.refuse(LEADER, "late"), ActivityRefusal.RECORD_NOT_PROPOSED);
    }

    @Test
    void isRefusedWithAReasonThatIsInNoEvent() {
        ServiceRecord record = scanned(120);
        RecordMove move = done(record.refuse(LEADER, "nobody saw it"));
        assertThat(move.line().reason()).isEqualTo("nobody saw it");
        assertThat(move.event()).isEqualTo(new ActivityEvent.ServiceRecordRefused(record.state()));
        refused(record.confirm(LEADER, EMPTY_DAY, GATES), ActivityRefusal.RECORD_NOT_PROPOSED);
    }

    @Test
    void isNotConfirmedWhenTimesOverlapAndThenStaysProposed() {
        ServiceRecord record = scanned(60);
        refused(record.confirm(LEADER, new DayBook(0, true), GATES), ActivityRefusal.TIMES_OVERLAP);
        assertThat(record.status()).isEqualTo(RecordStatus.PROPOSED);
    }

    @Test
    void enteredByHandNeedsASecondApproverWhoIsAnother() {
        ServiceRecord record = manual();
        refused(record.confirm(LEADER, EMPTY_DAY, GATES), ActivityRefusal.APPROVAL_MISSING);
        refused(
                record.approve(new Decider(ENTERING, Authority.DISTRICT, LATER)),
                ActivityRefusal.SECOND_APPROVER_NEEDED);

        RecordMove approval = done(record.approve(LEADER));

        assertThat(approval.event()).isNull();
        refused(record.approve(LEADER), ActivityRefusal.APPROVAL_NOT_NEEDED);
        done(record.confirm(LEADER, EMPTY_DAY, GATES));
        assertThat(record.state().earnsPoints()).isFalse();
        assertThat(record.state().provenance()).isEqualTo(Provenance.MANUAL);
    }

    @Test
    void provenByACodeNeedsNoSecondApprover() {
        refused(scanned(60).approve(LEADER), ActivityRefusal.APPROVAL_NOT_NEEDED);
    }

    @Test
    void isObjectedToOnceAtATimeAndOnlyWhenDecided() {
        ServiceRecord record = scanned(60);
        refused(record.object(UUID.randomUUID(), "too short", LATER), ActivityRefusal.RECORD_NOT_DECIDED);
        done(record.confirm(LEADER, EMPTY_DAY, GATES));

        done(record.object(UUID.randomUUID(), "too short", LATER));

        refused(record.object(UUID.randomUUID(), "too short", LATER), ActivityRefusal.OBJECTION_OPEN);
        RecordMove upheld = done(record.uphold(LEADER, "the code says so"));
        assertThat(upheld.event()).isEqualTo(new ActivityEvent.ServiceRecordUpheld(record.state()));
        assertThat(upheld.sequence()).isEqualTo(4);
        refused(record.uphold(LEADER, "again"), ActivityRefusal.NO_OBJECTION);
        done(record.object(UUID.randomUUID(), "still too short", LATER));
    }

    @Test
    void isCorrectedByANewEntryThatCountsInItsPlace() {
        ServiceRecord record = confirmed(120);

        Correction correction = done(record.correct(right(90), LEADER, EMPTY_DAY, GATES));

        ServiceRecord next = correction.next();
        assertThat(record.status()).isEqualTo(RecordStatus.REPLACED);
        assertThat(record.minutes()).isEqualTo(120);
        assertThat(next.status()).isEqualTo(RecordStatus.CONFIRMED);
        assertThat(next.minutes()).isEqualTo(90);
        assertThat(next.state().correctsRecordId()).isEqualTo(record.id());
        assertThat(next.rootId()).isEqualTo(record.id());
        assertThat(next.origin().endedAt()).isEqualTo(record.origin().endedAt());
        assertThat(correction.told().event()).isEqualTo(new ActivityEvent.ServiceRecordCorrected(next.state(), 120));
        assertThat(correction.told().sequence()).isEqualTo(3);
        refused(record.correct(right(60), LEADER, EMPTY_DAY, GATES), ActivityRefusal.RECORD_NOT_CORRECTABLE);
    }

    @Test
    void isCorrectedAgainAndAgainInOneChain() {
        ServiceRecord first = confirmed(120);
        ServiceRecord second = corrected(first, 90);
        ServiceRecord third = corrected(second, 0);
        assertThat(third.rootId()).isEqualTo(first.id());
        assertThat(third.state().correctsRecordId()).isEqualTo(second.id());
        assertThat(third.minutes()).isZero();
        assertThat(done(third.object(UUID.randomUUID(), "I was there", LATER)).sequence())
                .isEqualTo(5);
    }

    @Test
    void getsMoreMinutesFromTheDistrictOnlyWithEvidenceAndFromSomebodyWhoHadNoPartInIt() {
        ServiceRecord record = confirmed(60);
        Right more = claim(61, LEADER.accountId());
        refused(record.correct(more, LEADER, EMPTY_DAY, GATES), ActivityRefusal.ADDED_NEEDS_ADMINISTRATOR);
        refused(
                record.correct(claim(61, DISTRICT.accountId()), DISTRICT, EMPTY_DAY, GATES),
                ActivityRefusal.SECOND_APPROVER_NEEDED);
        refused(record.correct(right(61), DISTRICT, EMPTY_DAY, GATES), ActivityRefusal.EVIDENCE_MISSING);
        assertThat(record.status()).isEqualTo(RecordStatus.CONFIRMED);
        done(record.correct(more, DISTRICT, EMPTY_DAY, GATES));
    }

    @Test
    void earnsPointsForTheProvenMinutesOnlyHoweverOftenItIsCorrected() {
        ServiceRecord more = corrected(confirmed(60), 180);
        assertThat(more.state().earnsPoints()).isTrue();
        assertThat(more.state().minutes()).isEqualTo(180);
        assertThat(more.state().pointsMinutes()).isEqualTo(60);
        assertThat(more.approvedBy()).isEqualTo(DISTRICT.accountId());
        assertThat(more.entry().evidence()).isEqualTo(EVIDENCE);
        assertThat(more.origin().endedAt()).isEqualTo(BEGIN.plusSeconds(180 * 60));

        ServiceRecord less =
                done(more.correct(right(100), LEADER, EMPTY_DAY, GATES)).next();
        assertThat(less.state().pointsMinutes()).isEqualTo(60);
        assertThat(less.entry().evidence()).isEqualTo(EVIDENCE);
        ServiceRecord little =
                done(less.correct(right(40), LEADER, EMPTY_DAY, GATES)).next();
        assertThat(little.state().pointsMinutes()).isEqualTo(40);
        assertThat(corrected(little, 80).state().pointsMinutes()).isEqualTo(60);
    }

    @Test
    void enteredByHandEarnsNothingHoweverItIsCorrected() {
        ServiceRecord record = manual();
        done(record.approve(LEADER));
        done(record.confirm(LEADER, EMPTY_DAY, GATES));
        ServiceRecord less =
                done(record.correct(right(50), LEADER, EMPTY_DAY, GATES)).next();
        assertThat(less.approvedBy()).isEqualTo(LEADER.accountId());
        assertThat(less.state().pointsMinutes()).isZero();
        assertThat(corrected(less, 90).state().pointsMinutes()).isZero();
    }

    @Test
    void enteredByHandAndRefusedIsNotLetInByACorrectionWithoutASecondApprover() {
        ServiceRecord record = manual();
        done(record.refuse(LEADER, "no list"));
        done(record.object(UUID.randomUUID(), "there is a list", LATER));
        refused(record.correct(right(30), LEADER, EMPTY_DAY, GATES), ActivityRefusal.ADDED_NEEDS_ADMINISTRATOR);
        Decider entering = new Decider(ENTERING, Authority.DISTRICT, LATER);
        refused(
                record.correct(claim(30, ENTERING), entering, EMPTY_DAY, GATES),
                ActivityRefusal.SECOND_APPROVER_NEEDED);

        ServiceRecord next = done(record.correct(claim(30, ENTERING), DISTRICT, EMPTY_DAY, GATES))
                .next();

        assertThat(next.approvedBy()).isEqualTo(DISTRICT.accountId());
    }

    @Test
    void isNotCorrectedIntoTheFuture() {
        Decider soon = new Decider(UUID.randomUUID(), Authority.DISTRICT, BEGIN.plusSeconds(7200));
        refused(confirmed(60).correct(claim(121), soon, EMPTY_DAY, GATES), ActivityRefusal.RECORD_TIMES_INVALID);
    }

    @Test
    void refusedIsCorrectedOnlyAfterAnObjectionAndCountedNothingBefore() {
        ServiceRecord record = scanned(60);
        done(record.refuse(LEADER, "not seen"));
        refused(record.correct(right(60), LEADER, EMPTY_DAY, GATES), ActivityRefusal.RECORD_NOT_CORRECTABLE);
        done(record.object(UUID.randomUUID(), "ask the resident", LATER));

        Correction correction = done(record.correct(right(60), LEADER, EMPTY_DAY, GATES));

        assertThat(correction.told().event())
                .isEqualTo(new ActivityEvent.ServiceRecordCorrected(
                        correction.next().state(), 0));
    }

    @Test
    void correctedPassesTheGatesOfTheDayToo() {
        refused(
                confirmed(60).correct(claim(361), DISTRICT, new DayBook(360, false), GATES),
                ActivityRefusal.DAY_NEEDS_OPERATOR);
    }

    private static ServiceRecord corrected(ServiceRecord record, int minutes) {
        return done(record.correct(claim(minutes), DISTRICT, EMPTY_DAY, GATES)).next();
    }

    private static Right right(int minutes) {
        return new Right(UUID.randomUUID(), minutes, "checked", null, Set.of());
    }

    private static Right claim(int minutes, UUID... parties) {
        return new Right(UUID.randomUUID(), minutes, "checked", EVIDENCE, Set.of(parties));
    }

    private static ServiceRecord confirmed(int minutes) {
        ServiceRecord record = scanned(minutes);
        done(record.confirm(LEADER, EMPTY_DAY, GATES));
        return record;
    }

    private static ServiceRecord scanned(int minutes) {
        return record(Provenance.SCANNED, minutes, null);
    }

    private static ServiceRecord manual() {
        return record(Provenance.MANUAL, 60, new byte[] {1});
    }

    private static ServiceRecord record(Provenance provenance, int minutes, byte[] evidence) {
        Instant end = BEGIN.plusSeconds(60L * minutes + 59);
        Origin origin = new Origin(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                "530103005005",
                ServiceCategory.MEALS,
                BEGIN,
                end,
                null,
                null,
                null);
        Entry entry = new Entry(ENTERING, end, LocalDate.of(2026, 3, 16), provenance != Provenance.MANUAL, evidence);
        ServiceRecord record = ServiceRecord.propose(UUID.randomUUID(), origin, provenance, entry);
        assertThat(record.proposed(null).event()).isInstanceOf(ActivityEvent.ServiceRecordProposed.class);
        return record;
    }
}
