package org.linli.registration.volunteer;

import static org.linli.contracts.VolunteerStatus.PENDING;
import static org.linli.contracts.VolunteerStatus.REJECTED;
import static org.linli.contracts.VolunteerStatus.SUSPENDED;
import static org.linli.contracts.VolunteerStatus.VERIFIED;
import static org.linli.contracts.VolunteerStatus.WITHDRAWN;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/**
 * What may happen to a registered volunteer, and from where (product R02). Registering again after a rejection or a
 * withdrawal is not a move of others but the person's own act, see {@link Volunteer#registerAgain}.
 */
enum VolunteerMove {
    /** The data were checked. */
    VERIFICATION(List.of(PENDING), VERIFIED, RegistrationEvent.VolunteerVerified::new),
    /** The data are wrong; the person may correct them. */
    REJECTION(List.of(PENDING), REJECTED, RegistrationEvent.VolunteerRejected::new),
    /** May not serve for now. */
    SUSPENSION(List.of(VERIFIED), SUSPENDED, RegistrationEvent.VolunteerSuspended::new),
    /** A suspension ends. */
    REINSTATEMENT(List.of(SUSPENDED), VERIFIED, RegistrationEvent.VolunteerReinstated::new),
    /**
     * The person leaves. Not from a rejection: a rejected registration holds no claim on its document number, a
     * withdrawn one does.
     */
    WITHDRAWAL(List.of(PENDING, VERIFIED, SUSPENDED), WITHDRAWN, RegistrationEvent.VolunteerWithdrawn::new);

    private final List<VolunteerStatus> from;
    private final VolunteerStatus to;
    private final Function<VolunteerState, RegistrationEvent> event;

    VolunteerMove(List<VolunteerStatus> from, VolunteerStatus to, Function<VolunteerState, RegistrationEvent> event) {
        this.from = from;
        this.to = to;
        this.event = event;
    }

    /** Where it leads from a status; refused if it is not possible there. */
    Outcome<VolunteerStatus> from(VolunteerStatus status) {
        return from.contains(status)
                ? Outcome.done(to)
                : Outcome.refused(RegistrationRefusal.VOLUNTEER_STATUS_FORBIDS, null, Map.of("status", status.name()));
    }

    /** Whether the volunteer may serve after it and could not before. */
    boolean leadsIntoService() {
        return to.mayServe();
    }

    /** The event that tells it. */
    RegistrationEvent event(VolunteerState state) {
        return event.apply(state);
    }

    /** Its name in the audit trail. */
    String action() {
        return "volunteer-" + name().toLowerCase(Locale.ROOT);
    }
}
