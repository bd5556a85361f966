package org.linli.activity.checkin;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.checkin.Codes.CodeView;
import org.linli.activity.request.Assignments;
import org.linli.activity.signup.Attendance;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
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
    private final Attendance attendance;
    private final Occasions occasions;
    private final LinliClock clock;

    @Inject
    ReadPresenceUseCase(
            Presences presences,
            Codes codes,
            Keepers keepers,
            Assignments assignments,
            Attendance attendance,
            Occasions occasions,
            LinliClock clock) {
        this.presences = presences;
        this.codes = codes;
        this.keepers = keepers;
        this.assignments = assignments;
        this.attendance = attendance;
        this.occasions = occasions;
        this.clock = clock;
    }

    /** The code of an order or a session as it is shown now. */
    @WithSession
    Uni<Outcome<CodeView>> code(UUID service, Caller caller) {
        return occasions
                .find(service)
                .chain(at -> at == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : keepers.of(caller, at)
                                .chain(keeper -> Steps.then(keeper.mayShowCode(), showing -> open(at)))
                                .map(open -> open.map(found -> codes.show(found, clock.now()))));
    }

    /** Whether somebody may check in there at all; whether now is the time is judged when somebody does. */
    private Uni<Outcome<Occasion>> open(Occasion at) {
        return at.requestId() == null
                ? attendance
                        .find(at.sessionId())
                        .map(terms -> terms.cancelled()
                                ? Outcome.refused(ActivityRefusal.SESSION_CALLED_OFF)
                                : Outcome.done(at))
                : assignments
                        .find(at.requestId())
                        .map(order -> PresencePolicy.open(order).map(itself -> at));
    }

    /** One pair: one's own, or one of an order whose presence the caller keeps. */
    @WithSession
    Uni<Outcome<CheckInView>> one(UUID id, Caller caller) {
        return presences
                .findById(id)
                .chain(presence -> presence == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : occasions
                                .of(presence)
                                .chain(at -> seesAll(at, caller))
                                .map(all -> all || presence.isOf(caller.volunteerId())
                                        ? Outcome.done(CheckInView.of(presence))
                                        : Outcome.refused(KitRefusal.NOT_FOUND)));
    }

    /** Pairs of an order or a session for whoever keeps them, else one's own; newest first. */
    @WithSession
    Uni<Outcome<Page<CheckInView>>> list(UUID service, Caller caller, Paging paging) {
        return occasions.find(service).chain(at -> seesAll(at, caller)).chain(all -> {
            UUID volunteer = all ? null : caller.volunteerId();
            return !all && volunteer == null
                    ? Uni.createFrom().item(Outcome.done(new Page<>(List.of(), null)))
                    : presences
                            .list(service, volunteer, after(paging), paging.limit() + 1)
                            .map(found -> Outcome.done(page(found, paging)));
        });
    }

    private Uni<Boolean> seesAll(Occasion at, Caller caller) {
        return at == null
                ? Uni.createFrom().item(false)
                : keepers.of(caller, at).map(Keeper::seesAll);
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
