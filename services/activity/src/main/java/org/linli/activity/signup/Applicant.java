package org.linli.activity.signup;

import java.util.Set;
import java.util.UUID;
import org.linli.contracts.AgeBand;
import org.linli.contracts.registration.GuardianshipState.GuardianConsent;

/**
 * Who wants to come, as far as rules ask.
 *
 * @param volunteerId who
 * @param accountId the volunteer's sign-in; null without one
 * @param mayServe whether the volunteer is verified and not suspended
 * @param ageBand how old; null if not known, which no condition on age admits
 * @param skills codes
 * @param member whether the volunteer belongs to the team that holds the session
 * @param consent what guardians said
 */
record Applicant(
        UUID volunteerId,
        UUID accountId,
        boolean mayServe,
        AgeBand ageBand,
        Set<String> skills,
        boolean member,
        GuardianConsent consent) {
    Applicant {
        skills = Set.copyOf(skills);
    }

    /** Whether rules for minors apply. */
    boolean minor() {
        return ageBand != null && !ageBand.adult();
    }

    /** Whether nothing about the person itself speaks against serving. */
    boolean stands() {
        return mayServe && consented();
    }

    /** Whether guardians allow it, where that is needed. */
    boolean consented() {
        return ageBand == null || consent.covers(ageBand);
    }
}
