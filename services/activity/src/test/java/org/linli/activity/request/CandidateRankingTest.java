package org.linli.activity.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.request.CandidateRanking.Ranked;
import org.linli.activity.request.CandidateRanking.Reason;
import org.linli.contracts.DivisionCode;

@DisplayName("The ranking of candidates")
class CandidateRankingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final DivisionCode JINSHI = new DivisionCode("530103005005");

    @Test
    @DisplayName("puts a neighbour who offers this help before a stranger from across the district")
    void putsANeighbourFirst() {
        Candidate neighbour = candidate(Nearness.SAME_COMMUNITY, true, 0, null);
        Candidate stranger = candidate(Nearness.SAME_DISTRICT, false, 0, null);

        assertThat(order(stranger, neighbour)).containsExactly(neighbour.id(), stranger.id());
    }

    @Test
    @DisplayName("puts whoever was not asked for longest first among near equals")
    void putsTheLongestNotAskedFirstAmongNearEquals() {
        Candidate never = candidate(Nearness.SAME_COMMUNITY, true, 0, null);
        Candidate longAgo = candidate(Nearness.SAME_COMMUNITY, true, 0, daysAgo(90));
        Candidate lately = candidate(Nearness.SAME_COMMUNITY, true, 0, daysAgo(40));

        assertThat(order(lately, longAgo, never)).containsExactly(never.id(), longAgo.id(), lately.id());
    }

    @Test
    @DisplayName("lets those with free hands go before those with orders in hand")
    void letsFreeHandsGoFirst() {
        Candidate busy = candidate(Nearness.SAME_COMMUNITY, true, 2, null);
        Candidate free = candidate(Nearness.SAME_COMMUNITY, true, 0, daysAgo(40));

        assertThat(order(busy, free)).containsExactly(free.id(), busy.id());
    }

    @Test
    @DisplayName("does not ask the same neighbour for ever: being asked often lets others pass")
    void doesNotAskTheSameForEver() {
        List<Candidate> people = new ArrayList<>(List.of(
                candidate(Nearness.SAME_COMMUNITY, true, 0, null),
                candidate(Nearness.SAME_COMMUNITY, false, 0, null),
                candidate(Nearness.SAME_STREET, true, 0, null)));
        List<UUID> asked = new ArrayList<>();
        for (int day = 0; day < 12; day++) {
            UUID first = order(people.toArray(Candidate[]::new)).getFirst();
            asked.add(first);
            Instant at = NOW.plus(Duration.ofDays(day));
            people.replaceAll(person -> person.id().equals(first) ? askedOnceMore(person, at) : person);
        }

        assertThat(asked).contains(people.stream().map(Candidate::id).toArray(UUID[]::new));
    }

    @Test
    @DisplayName("is the same for the same candidates in any order")
    void isTheSameInAnyOrder() {
        List<Candidate> people = new ArrayList<>();
        Random random = new Random(20260302);
        for (int number = 0; number < 200; number++) {
            people.add(candidate(
                    Nearness.values()[random.nextInt(4)],
                    random.nextBoolean(),
                    random.nextInt(4),
                    random.nextBoolean() ? null : daysAgo(random.nextInt(60))));
        }
        List<Ranked> first = CandidateRanking.rank(people, 50, NOW);
        Collections.shuffle(people, random);

        assertThat(CandidateRanking.rank(people, 50, NOW)).isEqualTo(first).hasSize(50);
    }

    @Test
    @DisplayName("tells its reasons")
    void tellsItsReasons() {
        Candidate candidate = new Candidate(UUID.randomUUID(), Nearness.SAME_STREET, true, 1, true, 1, 2, daysAgo(3));

        Ranked ranked = CandidateRanking.rank(List.of(candidate), 1, NOW).getFirst();

        assertThat(ranked.score()).isEqualTo(20 + 25 + 10 + 15 - 10 - 10);
        assertThat(ranked.daysSinceLastAsked()).isEqualTo(3);
        assertThat(ranked.reasons())
                .containsExactly(
                        Reason.SAME_STREET,
                        Reason.OFFERS_CATEGORY,
                        Reason.HAS_WANTED_SKILLS,
                        Reason.LOCAL_TEAM,
                        Reason.HAS_ORDERS_IN_HAND,
                        Reason.ASKED_LATELY);
    }

    @Test
    @DisplayName("knows nearness by division only, and never by trailing zeros")
    void knowsNearnessByDivision() {
        assertThat(Nearness.of(new DivisionCode("530103005005"), JINSHI)).isEqualTo(Nearness.SAME_COMMUNITY);
        assertThat(Nearness.of(new DivisionCode("530103005005001"), JINSHI)).isEqualTo(Nearness.SAME_COMMUNITY);
        assertThat(Nearness.of(new DivisionCode("530103005000"), JINSHI)).isEqualTo(Nearness.SAME_STREET);
        assertThat(Nearness.of(new DivisionCode("530103001001"), JINSHI)).isEqualTo(Nearness.SAME_DISTRICT);
        assertThat(Nearness.of(new DivisionCode("530102001001"), JINSHI)).isEqualTo(Nearness.ELSEWHERE);
    }

    private static List<UUID> order(Candidate... candidates) {
        return CandidateRanking.rank(List.of(candidates), 100, NOW).stream()
                .map(Ranked::id)
                .toList();
    }

    private static Candidate candidate(Nearness nearness, boolean category, int inHand, Instant lastAsked) {
        return new Candidate(UUID.randomUUID(), nearness, category, 0, false, inHand, 0, lastAsked);
    }

    private static Candidate askedOnceMore(Candidate person, Instant at) {
        return new Candidate(
                person.id(),
                person.nearness(),
                person.offersCategory(),
                person.skillsMatched(),
                person.localTeam(),
                person.inHand(),
                person.askedLately() + 1,
                at);
    }

    private static Instant daysAgo(long days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
