package org.linli.registration.me;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.contracts.VolunteerStatus;
import org.linli.kit.access.Caller;
import org.linli.registration.grant.RoleGrantLookup;
import org.linli.registration.volunteer.VolunteerLookup;
import org.linli.registration.volunteer.VolunteerSummary;

/** Tells callers who they are to Linli. */
@ApplicationScoped
class MeUseCase {
    private final RoleGrantLookup grants;
    private final VolunteerLookup volunteers;

    @Inject
    MeUseCase(RoleGrantLookup grants, VolunteerLookup volunteers) {
        this.grants = grants;
        this.volunteers = volunteers;
    }

    @WithSession
    Uni<MeView> of(Caller caller) {
        return status(caller)
                .chain(status -> grants.inForce(caller.accountId())
                        .map(held -> new MeView(
                                caller.accountId(), caller.volunteerId(), status, caller.recipientId(), held)));
    }

    private Uni<VolunteerStatus> status(Caller caller) {
        return caller.volunteerId() == null
                ? Uni.createFrom().nullItem()
                : volunteers.find(caller.volunteerId()).onItem().ifNotNull().transform(VolunteerSummary::status);
    }
}
