package org.linli.registration.guardian;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.registration.GuardianshipEvent;
import org.linli.contracts.registration.GuardianshipState;
import org.linli.contracts.registration.GuardianshipState.GuardianConsent;

/** The file of those who stand for a minor (监护). Its row counts the events about them. */
@Entity(name = "Guardianship")
class Guardianship {
    @Id
    private UUID id;

    @Column(name = "volunteer_id")
    private UUID volunteerId;

    @Enumerated(EnumType.STRING)
    private GuardianConsent consent;

    @Column(name = "ended_at")
    private Instant endedAt;

    private long sequence;

    @Version
    private long version;

    /** For Hibernate. */
    protected Guardianship() {}

    /** The file of a minor for whom nobody stands yet. */
    static Guardianship of(UUID id, UUID volunteerId) {
        Guardianship guardianship = new Guardianship();
        guardianship.id = id;
        guardianship.volunteerId = volunteerId;
        guardianship.consent = GuardianConsent.NONE;
        return guardianship;
    }

    /** What consents that are in force amount to: nothing counts without the consent to the service itself. */
    static GuardianConsent sum(List<ConsentRecord> consents) {
        Set<ConsentKind> given = EnumSet.noneOf(ConsentKind.class);
        consents.stream()
                .filter(ConsentRecord::inForce)
                .map(ConsentRecord::kind)
                .forEach(given::add);
        if (!given.contains(ConsentKind.SERVICE)) {
            return GuardianConsent.NONE;
        }
        return given.contains(ConsentKind.CHILD_DATA) ? GuardianConsent.GIVEN_UNDER_14_RECORD : GuardianConsent.GIVEN;
    }

    /** Guardians or consents changed; the row must be locked. */
    GuardianshipEvent changed(List<Guardian> guardians, List<ConsentRecord> consents, DivisionCode home) {
        consent = sum(consents);
        sequence++;
        List<UUID> accounts = guardians.stream()
                .filter(guardian -> guardian.status() == GuardianStatus.CONFIRMED)
                .sorted(Comparator.comparing(Guardian::confirmedAt))
                .map(Guardian::accountId)
                .toList();
        return new GuardianshipEvent.GuardianshipChanged(
                new GuardianshipState(id, volunteerId, accounts, consent, home.value(), endedAt == null));
    }

    /** The minor came of age. */
    void end(Instant now) {
        endedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID volunteerId() {
        return volunteerId;
    }

    GuardianConsent consent() {
        return consent;
    }

    long sequence() {
        return sequence;
    }
}
