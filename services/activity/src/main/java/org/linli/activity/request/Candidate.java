package org.linli.activity.request;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who could be asked, with what the ranking looks at.
 *
 * @param id volunteer or team
 * @param nearness how near
 * @param offersCategory whether this kind of help is among what they offer
 * @param skillsMatched how many of the wanted skills they have
 * @param localTeam for a volunteer: in a team of that community, street or district; for a team: of that community
 * @param inHand orders offered to them or in service now
 * @param askedLately how often they were asked in the last 30 days
 * @param lastAsked when they were last asked; null if never
 */
record Candidate(
        UUID id,
        Nearness nearness,
        boolean offersCategory,
        int skillsMatched,
        boolean localTeam,
        int inHand,
        int askedLately,
        Instant lastAsked) {}
