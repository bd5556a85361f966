package org.linli.points.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.kit.event.Fact;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.points.Town;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Service becomes points")
class EarningTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    Surroundings surroundings;
    Town town;

    @BeforeEach
    void aTown() {
        town = new Town(surroundings);
    }

    @Test
    void confirmedHoursArePostedOnceWithTheRuleInForceAndTold() {
        // Given a volunteer with an open passbook
        UUID volunteer = town.volunteer().id();
        ServiceRecordState hours = town.hours(volunteer, 150, DAY);
        // When two and a half hours are confirmed, and told twice
        Fact fact = town.confirmed(hours);
        UUID event = town.tell(fact);
        surroundings.events().publish("activity", fact, event);
        // Then two and a half points are there, by a posting that names its rule, and everybody is told once
        town.awaitBalance(volunteer, 250);
        assertThat(town.awaitOutcome(event)).isEqualTo("POSTED");
        List<OnTopic> told = awaitEvents(volunteer, 2);
        assertThat(told)
                .extracting(record -> record.headers().get("ce_sequence"))
                .containsExactly("1", "2");
        assertThat(told.getLast().headers()).containsEntry("ce_causationid", event.toString());
        var posting = told.getLast().json().path("posting");
        assertThat(posting.path("amount").asLong()).isEqualTo(250);
        assertThat(posting.path("balance").asLong()).isEqualTo(250);
        assertThat(posting.path("ruleCode").asText()).isEqualTo("service-hours");
        assertThat(posting.path("ruleVersion").asInt()).isEqualTo(1);
        assertThat(posting.path("causeId").asText()).isEqualTo(hours.recordId().toString());
    }

    @Test
    void whatAnEventCausesGoesOnUnderItsTrace() {
        // Given
        UUID volunteer = town.volunteer().id();
        String trace = "00-" + UUID.randomUUID().toString().replace("-", "") + "-00f067aa0ba902b7-01";
        // When
        surroundings
                .events()
                .publish("activity", town.confirmed(town.hours(volunteer, 60, DAY)), UUID.randomUUID(), trace);
        // Then
        assertThat(awaitEvents(volunteer, 2).getLast().headers()).containsEntry("traceparent", trace);
    }

    @Test
    void aPassbookNamesTheEventThatOpenedIt() {
        UUID volunteer = town.volunteer().id();
        assertThat(awaitEvents(volunteer, 1).getFirst().headers()).containsKey("ce_causationid");
    }

    @Test
    void aCorrectionTakesBackTheOldPointsAndGivesTheNewOnes() {
        UUID volunteer = town.volunteer().id();
        ServiceRecordState hours = town.hours(volunteer, 120, DAY);
        town.tell(town.confirmed(hours));
        town.awaitBalance(volunteer, 200);
        UUID event = town.tell(town.corrected(hours, 90));
        town.awaitBalance(volunteer, 150);
        assertThat(town.awaitOutcome(event)).isEqualTo("POSTED");
        assertThat(awaitEvents(volunteer, 4))
                .extracting(OnTopic::type)
                .containsExactly(
                        "linli.points.passbook.opened.v1",
                        "linli.points.posting.made.v1",
                        "linli.points.posting.reversed.v1",
                        "linli.points.posting.made.v1");
    }

    @Test
    void minutesThatACorrectionAddedEarnNothing() {
        UUID volunteer = town.volunteer().id();
        ServiceRecordState hours = town.hours(volunteer, 120, DAY);
        town.tell(town.confirmed(hours));
        town.awaitBalance(volunteer, 200);
        town.awaitOutcome(town.tell(town.corrected(hours, 300, 90)));
        assertThat(town.balance(volunteer)).isEqualTo(150);
    }

    @Test
    void aCorrectionThatArrivesFirstLeavesTheOldRecordWithoutPoints() {
        UUID volunteer = town.volunteer().id();
        ServiceRecordState hours = town.hours(volunteer, 120, DAY);
        town.awaitOutcome(town.tell(town.corrected(hours, 60)));
        assertThat(town.awaitOutcome(town.tell(town.confirmed(hours)))).isEqualTo("REPLACED");
        assertThat(town.balance(volunteer)).isEqualTo(100);
    }

    @Test
    void aReviewWithFiveStarsIsWorthABonusInEachRoundOnce() {
        UUID volunteer = town.volunteer().id();
        UUID request = UUID.randomUUID();
        assertThat(town.awaitOutcome(town.tell(town.reviewed(request, volunteer, 4, 1))))
                .isEqualTo("NOTHING_DUE");
        assertThat(town.awaitOutcome(town.tell(town.reviewed(request, volunteer, 5, 2))))
                .isEqualTo("POSTED");
        assertThat(town.awaitOutcome(town.tell(town.reviewed(request, volunteer, 5, 2))))
                .isEqualTo("REPLAYED");
        assertThat(town.balance(volunteer)).isEqualTo(50);
    }

    @Test
    void theSameRecordWithOtherContentIsNotPostedAndMarked() {
        UUID volunteer = town.volunteer().id();
        ServiceRecordState hours = town.hours(volunteer, 60, DAY);
        ServiceRecordState other = new ServiceRecordState(
                hours.recordId(),
                volunteer,
                null,
                null,
                null,
                hours.division(),
                hours.category(),
                hours.provenance(),
                hours.status(),
                600,
                DAY,
                null,
                null,
                true,
                null,
                null);
        town.awaitOutcome(town.tell(town.confirmed(hours)));
        UUID event = town.tell(town.confirmed(other));
        assertThat(town.awaitOutcome(event)).isEqualTo("DIFFERS");
        assertThat(town.balance(volunteer)).isEqualTo(100);
        // an operator would mend the source; the other tests verify the ledger
        surroundings.database().execute("update source_event set outcome = 'REPLAYED' where event_id = ?", event);
    }

    @Test
    void anEventWaitsForItsVolunteerAndIsThenApplied() {
        // Given somebody nobody has told us of
        UUID volunteer = UUID.randomUUID();
        UUID event = town.tell(town.confirmed(town.hours(volunteer, 60, DAY)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count("select count(*) from waiting_event where event_id = ?", event))
                        .isOne());
        // When they are verified
        town.verify(volunteer, Surroundings.anyone());
        // Then nothing waits any more and the points are there
        town.awaitBalance(volunteer, 100);
        assertThat(town.awaitOutcome(event)).isEqualTo("POSTED");
        assertThat(surroundings.database().count("select count(*) from waiting_event where event_id = ?", event))
                .isZero();
    }

    @Test
    void manyEventsAndTheirVolunteersInAnyOrderLoseNothing() {
        List<UUID> volunteers = new ArrayList<>();
        for (int person = 0; person < 40; person++) {
            UUID volunteer = UUID.randomUUID();
            volunteers.add(volunteer);
            town.tell(town.confirmed(town.hours(volunteer, 60, DAY)));
            town.verify(volunteer, Surroundings.anyone());
            town.tell(town.confirmed(town.hours(volunteer, 60, DAY.plusDays(1))));
        }
        volunteers.forEach(volunteer -> town.awaitBalance(volunteer, 200));
    }

    @Test
    void theCapOfADayHoldsAcrossParallelPartitions() {
        // Given one volunteer and thirty records of one day, spread over all partitions
        UUID volunteer = town.volunteer().id();
        List<UUID> events = new ArrayList<>();
        for (int record = 0; record < 30; record++) {
            events.add(town.tell(town.confirmed(town.hours(volunteer, 45, DAY))));
        }
        // When all of them are applied
        events.forEach(town::awaitOutcome);
        // Then eight points are there: ten records whole, one in part, nineteen not at all
        assertThat(town.balance(volunteer)).isEqualTo(800);
        assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from source_event where volunteer_id = ? and outcome = 'CAPPED'",
                                volunteer))
                .isEqualTo(19);
    }

    @Test
    void hoursThatEarnNoPointsEarnNone() {
        UUID volunteer = town.volunteer().id();
        ServiceRecordState manual = entered(volunteer, ServiceRecordState.Provenance.MANUAL, 60, false);
        assertThat(town.awaitOutcome(town.tell(town.confirmed(manual)))).isEqualTo("NOTHING_DUE");
        assertThat(town.balance(volunteer)).isZero();
    }

    @Test
    void yearsBroughtForwardEarnNothingWhateverTheirEventSays() {
        UUID volunteer = town.volunteer().id();
        ServiceRecordState years = entered(volunteer, ServiceRecordState.Provenance.IMPORTED, 60 * 1000, true);
        assertThat(town.awaitOutcome(town.tell(town.confirmed(years)))).isEqualTo("NOTHING_DUE");
        assertThat(town.balance(volunteer)).isZero();
    }

    private ServiceRecordState entered(
            UUID volunteer, ServiceRecordState.Provenance provenance, int minutes, boolean earnsPoints) {
        return new ServiceRecordState(
                UUID.randomUUID(),
                volunteer,
                null,
                null,
                null,
                town.community().value(),
                ServiceCategory.OTHER,
                provenance,
                ServiceRecordState.RecordStatus.CONFIRMED,
                minutes,
                DAY,
                null,
                null,
                earnsPoints,
                null,
                null);
    }

    private List<OnTopic> awaitEvents(UUID volunteer, int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(surroundings.events().about("linli.points", volunteer))
                        .hasSizeGreaterThanOrEqualTo(count));
        List<OnTopic> told = surroundings.events().about("linli.points", volunteer);
        assertThat(told).hasSize(count);
        return told;
    }
}
