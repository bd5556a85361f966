package org.linli.activity.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Whom to ask first. The score adds: nearness 40 (same community), 20 (same street) or 5 (same district); 25 for
 * offering this kind of help; 10 for each wanted skill, 20 at the most; 15 for a team of the place. It takes away: 10
 * for each order in hand, 40 at the most; 5 for each time asked in the last 30 days, 30 at the most.
 *
 * <p>Fairness: scores within the same ten are near equals, and among them whoever was not asked for longest stands
 * first, those never asked before all others. So the nearest are not always the same ones asked. The scheme is ours;
 * published local rules name kind, distance and skill but no weights (domain rules 6).
 */
final class CandidateRanking {
    static final Duration LATELY = Duration.ofDays(30);

    private static final int NEAR_EQUAL = 10;
    private static final int CATEGORY = 25;
    private static final int SKILL = 10;
    private static final int SKILLS_AT_MOST = 20;
    private static final int LOCAL_TEAM = 15;
    private static final int IN_HAND = 10;
    private static final int IN_HAND_AT_MOST = 40;
    private static final int ASKED_LATELY = 5;
    private static final int ASKED_LATELY_AT_MOST = 30;

    private CandidateRanking() {}

    /** Why somebody is suggested, or stands further down. */
    enum Reason {
        SAME_COMMUNITY,
        SAME_STREET,
        SAME_DISTRICT,
        OFFERS_CATEGORY,
        HAS_WANTED_SKILLS,
        LOCAL_TEAM,
        HAS_ORDERS_IN_HAND,
        ASKED_LATELY,
        NEVER_ASKED
    }

    /**
     * A candidate in its place.
     *
     * @param id volunteer or team
     * @param score see {@link CandidateRanking}
     * @param reasons what speaks for and against
     * @param inHand orders in hand
     * @param daysSinceLastAsked null if never asked
     */
    record Ranked(UUID id, int score, List<Reason> reasons, int inHand, Long daysSinceLastAsked) {
        Ranked {
            reasons = List.copyOf(reasons);
        }
    }

    /** The candidates in the order in which to ask them, at most {@code limit}. */
    static List<Ranked> rank(List<Candidate> candidates, int limit, Instant now) {
        return candidates.stream()
                .sorted(Comparator.comparing((Candidate candidate) -> -Math.floorDiv(score(candidate), NEAR_EQUAL))
                        .thenComparing(Candidate::lastAsked, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                        .thenComparing(candidate -> -score(candidate))
                        .thenComparing(Candidate::id))
                .limit(limit)
                .map(candidate -> ranked(candidate, now))
                .toList();
    }

    static int score(Candidate candidate) {
        return candidate.nearness().points()
                + (candidate.offersCategory() ? CATEGORY : 0)
                + Math.min(SKILLS_AT_MOST, SKILL * candidate.skillsMatched())
                + (candidate.localTeam() ? LOCAL_TEAM : 0)
                - Math.min(IN_HAND_AT_MOST, IN_HAND * candidate.inHand())
                - Math.min(ASKED_LATELY_AT_MOST, ASKED_LATELY * candidate.askedLately());
    }

    private static Ranked ranked(Candidate candidate, Instant now) {
        Long days = candidate.lastAsked() == null
                ? null
                : Math.max(0, Duration.between(candidate.lastAsked(), now).toDays());
        return new Ranked(candidate.id(), score(candidate), reasons(candidate), candidate.inHand(), days);
    }

    private static List<Reason> reasons(Candidate candidate) {
        List<Reason> reasons = new ArrayList<>();
        switch (candidate.nearness()) {
            case SAME_COMMUNITY -> reasons.add(Reason.SAME_COMMUNITY);
            case SAME_STREET -> reasons.add(Reason.SAME_STREET);
            case SAME_DISTRICT -> reasons.add(Reason.SAME_DISTRICT);
            case ELSEWHERE -> {
                // nothing speaks for being elsewhere
            }
        }
        addIf(reasons, candidate.offersCategory(), Reason.OFFERS_CATEGORY);
        addIf(reasons, candidate.skillsMatched() > 0, Reason.HAS_WANTED_SKILLS);
        addIf(reasons, candidate.localTeam(), Reason.LOCAL_TEAM);
        addIf(reasons, candidate.inHand() > 0, Reason.HAS_ORDERS_IN_HAND);
        addIf(reasons, candidate.askedLately() > 0, Reason.ASKED_LATELY);
        addIf(reasons, candidate.lastAsked() == null, Reason.NEVER_ASKED);
        return reasons;
    }

    private static void addIf(List<Reason> reasons, boolean holds, Reason reason) {
        if (holds) {
            reasons.add(reason);
        }
    }
}
