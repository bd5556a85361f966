package org.linli.activity.signup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.VolunteerCopy;
import org.linli.contracts.registration.GuardianshipState.GuardianConsent;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;

/** Collects what rules ask of somebody who wants to come, in the current Hibernate session. */
@ApplicationScoped
class Applicants {
    private final Copies copies;

    @Inject
    Applicants(Copies copies) {
        this.copies = copies;
    }

    /** The applicant, or {@code not-known-yet}; registration's news of the person waits until the transaction ends. */
    Uni<Outcome<Applicant>> find(UUID volunteerId, UUID teamId) {
        return applicant(copies.volunteerUntilCommit(volunteerId), teamId);
    }

    /** The same as of now, for work that such news orders anew; nothing is held. */
    Uni<Outcome<Applicant>> today(UUID volunteerId, UUID teamId) {
        return applicant(copies.volunteer(volunteerId), teamId);
    }

    private Uni<Outcome<Applicant>> applicant(Uni<VolunteerCopy> found, UUID teamId) {
        return found.map(volunteer -> Copies.known(volunteer, "volunteerId"))
                .chain(known -> Steps.keep(known, volunteer -> applicant(volunteer, teamId)));
    }

    private Uni<Applicant> applicant(VolunteerCopy volunteer, UUID teamId) {
        return copies.isActiveMember(teamId, volunteer.volunteerId())
                .chain(member -> consent(volunteer).map(consent -> applicant(volunteer, member, consent)));
    }

    private Uni<GuardianConsent> consent(VolunteerCopy volunteer) {
        return volunteer.adult()
                ? Uni.createFrom().item(GuardianConsent.NONE)
                : copies.consent(volunteer.volunteerId());
    }

    private static Applicant applicant(VolunteerCopy volunteer, boolean member, GuardianConsent consent) {
        return new Applicant(
                volunteer.volunteerId(),
                volunteer.accountId(),
                volunteer.mayServe(),
                volunteer.ageBand(),
                volunteer.skills(),
                member,
                consent);
    }
}
