package org.linli.activity.checkin;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.activity.Steps;
import org.linli.activity.checkin.Codes.CodeView;
import org.linli.activity.request.Assignments;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;

/** Shows codes and pairs. */
@ApplicationScoped
class ReadPresenceUseCase {
    private final Presences presences;
    private final Codes codes;
    private final Keepers keepers;
    private final Assignments assignments;
    private final LinliClock clock;

    @Inject
    ReadPresenceUseCase(Presences presences, Codes codes, Keepers keepers, Assignments assignments, LinliClock clock) {
        this.presences = presences;
        this.codes = codes;
        this.keepers = keepers;
        this.assignments = assignments;
        this.clock = clock;
    }

    /** The code of an order as it is shown now. */
    @WithSession
    Uni<Outcome<CodeView>> code(UUID request, Caller caller) {
        return assignments
                .find(request)
                .chain(order -> order == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : keepers.of(caller, order)
                                .map(keeper -> keeper.mayShowCode()
                                        .then(showing -> PresencePolicy.open(order))
                                        .map(open -> codes.show(request, clock.now()))));
    }

    /** One pair: one's own, or one of an order whose presence the caller keeps. */
    @WithSession
    Uni<Outcome<CheckInView>> one(UUID id, Caller caller) {
        return presences
                .findById(id)
                .chain(presence -> presence == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : seesAll(presence.requestId(), caller)
                                .map(all -> all || presence.isOf(caller.volunteerId())
                                        ? Outcome.done(CheckInView.of(presence))
                                        : Outcome.refused(KitRefusal.NOT_FOUND)));
    }

    /** Pairs of an order for whoever keeps them, else one's own; newest first. */
    @WithSession
    Uni<Outcome<Page<CheckInView>>> list(UUID request, Caller caller, Paging paging) {
        return seesAll(request, caller).chain(all -> {
            UUID volunteer = all ? null : caller.volunteerId();
            return !all && volunteer == null
                    ? Uni.createFrom().item(Outcome.done(new Page<>(List.of(), null)))
                    : presences
                            .list(request, volunteer, after(paging), paging.limit() + 1)
                            .map(found -> Outcome.done(page(found, paging)));
        });
    }

    private Uni<Boolean> seesAll(UUID request, Caller caller) {
        return request == null
                ? Uni.createFrom().item(false)
                : assignments
                        .find(request)
                        .chain(order -> order == null
                                ? Uni.createFrom().item(false)
                                : keepers.of(caller, order).map(Keeper::seesAll));
    }

    private static Page<CheckInView> page(List<Presence> found, Paging paging) {
        return Page.of(found, paging.limit(), presence -> presence.id().toString(), CheckInView::of);
    }

    /** The key a page continues behind; null for the first page, or for a cursor that is not ours. */
    private static UUID after(Paging paging) {
        try {
            return paging.afterKey() == null ? null : UUID.fromString(paging.afterKey());
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }
}
