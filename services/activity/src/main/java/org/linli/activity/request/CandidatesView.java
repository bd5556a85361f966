package org.linli.activity.request;

import java.util.List;

/**
 * Whom to ask about an order, best first.
 *
 * @param volunteers who could do it
 * @param teams which teams could
 */
record CandidatesView(List<CandidateRanking.Ranked> volunteers, List<CandidateRanking.Ranked> teams) {
    CandidatesView {
        volunteers = List.copyOf(volunteers);
        teams = List.copyOf(teams);
    }
}
