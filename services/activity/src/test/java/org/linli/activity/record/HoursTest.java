package org.linli.activity.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.activity.Refusals.done;
import static org.linli.activity.Refusals.refused;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.PresenceState;
import org.linli.contracts.activity.PresenceState.PresenceProof;
import org.linli.contracts.activity.ServiceRecordState.Provenance;

@DisplayName("Hours")
class HoursTest {
    private static final DayGates GATES = new DayGates(480, 720);
    private static final Instant BEGIN = Instant.parse("2026-03-02T02:00:00Z");

    @ParameterizedTest
    @CsvSource({"0,0", "59,0", "60,1", "119,1", "7199,119", "7200,120", "86400,1440", "90000,1440", "-60,0"})
    void areCutToWholeMinutesAndToADay(long seconds, int minutes) {
        assertThat(ServiceTime.wholeMinutes(BEGIN, BEGIN.plusSeconds(seconds))).isEqualTo(minutes);
    }

    @Test
    void belongToTheDayInShanghaiOnWhichTheyBegan() {
        assertThat(ServiceTime.dayOf(Instant.parse("2026-03-02T15:59:59Z"))).isEqualTo("2026-03-02");
        assertThat(ServiceTime.dayOf(Instant.parse("2026-03-02T16:00:00Z"))).isEqualTo("2026-03-03");
    }

    @ParameterizedTest
    @CsvSource({"480,ORDINARY", "481,DISTRICT", "720,DISTRICT", "721,PLATFORM", "1440,PLATFORM"})
    void passTheGateOfTheirDayWithEnoughAuthority(int minutes, Authority authority) {
        assertThat(done(GATES.pass(minutes, authority))).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({
        "481,ORDINARY,DAY_NEEDS_ADMINISTRATOR",
        "720,ORDINARY,DAY_NEEDS_ADMINISTRATOR",
        "721,ORDINARY,DAY_NEEDS_OPERATOR",
        "721,DISTRICT,DAY_NEEDS_OPERATOR"
    })
    void stopAtTheGateOfTheirDayWithoutIt(int minutes, Authority authority, ActivityRefusal refusal) {
        refused(GATES.pass(minutes, authority), refusal);
    }

    @Test
    void ofTheSameDayAddUp() {
        assertThat(done(new DayBook(400, false).admit(80, GATES, Authority.ORDINARY)))
                .isEqualTo(480);
        refused(new DayBook(400, false).admit(81, GATES, Authority.ORDINARY), ActivityRefusal.DAY_NEEDS_ADMINISTRATOR);
        refused(new DayBook(0, true).admit(1, GATES, Authority.PLATFORM), ActivityRefusal.TIMES_OVERLAP);
    }

    @Test
    void areScannedOnlyIfBothEndsAre() {
        assertThat(provenance(PresenceProof.SCANNED_CODE, PresenceProof.SIX_DIGITS))
                .isEqualTo(Provenance.SCANNED);
        assertThat(provenance(PresenceProof.SCANNED_CODE, PresenceProof.LEADER_LIST))
                .isEqualTo(Provenance.LEADER_CONFIRMED);
        assertThat(provenance(PresenceProof.LEADER_LIST, PresenceProof.SIX_DIGITS))
                .isEqualTo(Provenance.LEADER_CONFIRMED);
    }

    @Test
    void enteredByHandLieInThePastAndWithinADay() {
        done(EnterUseCase.timed(manual(BEGIN, BEGIN.plusSeconds(60)), BEGIN.plusSeconds(60)));
        done(EnterUseCase.timed(manual(BEGIN, BEGIN.plusSeconds(86400)), BEGIN.plusSeconds(86400)));
        ActivityRefusal invalid = ActivityRefusal.RECORD_TIMES_INVALID;
        refused(EnterUseCase.timed(manual(BEGIN, BEGIN.plusSeconds(59)), BEGIN.plusSeconds(60)), invalid);
        refused(EnterUseCase.timed(manual(BEGIN, BEGIN.minusSeconds(60)), BEGIN), invalid);
        refused(EnterUseCase.timed(manual(BEGIN, BEGIN.plusSeconds(60)), BEGIN.plusSeconds(59)), invalid);
        refused(EnterUseCase.timed(manual(BEGIN, BEGIN.plusSeconds(90_000)), BEGIN.plusSeconds(90_000)), invalid);
    }

    private static Provenance provenance(PresenceProof in, PresenceProof out) {
        UUID id = UUID.randomUUID();
        return Proposals.provenance(new PresenceState(id, id, null, id, "530103005005", in, BEGIN, out, BEGIN));
    }

    private static ManualEntry manual(Instant from, Instant until) {
        return new ManualEntry(
                UUID.randomUUID(),
                ServiceCategory.CLEANING,
                null,
                null,
                null,
                from,
                until,
                "cleaned the stairs",
                "list no. 7",
                "no network");
    }
}
