package org.linli.registration.volunteer;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;
import org.linli.contracts.registration.GuardianshipState.GuardianConsent;

/** What volunteers ask about guardians, in the current Hibernate session; the guardians' own feature answers. */
public interface GuardianConsents {
    /** What the guardians of a minor said; the volunteer's row is locked, so that it stays so for this transaction. */
    Uni<GuardianConsent> of(UUID volunteerId);

    /** The minors for whom an account stands as a confirmed guardian. */
    Uni<Set<UUID>> wardsOf(UUID accountId);

    /** The minor came of age: nobody stands for them any more. The volunteer's row is locked. */
    Uni<Void> end(UUID volunteerId);
}
