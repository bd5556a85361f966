package org.linli.registration.team;

import java.util.UUID;

/**
 * What the rules of teams ask about a volunteer.
 *
 * @param mayServe verified, and neither suspended nor gone
 * @param adult 18 or older
 */
record Candidate(UUID volunteerId, boolean mayServe, boolean adult) {}
