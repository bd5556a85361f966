package org.linli.activity.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.activity.request.Assignments;
import org.linli.activity.signup.Attendance;

/** Finds orders and sessions, in the current Hibernate session and without a lock. */
@ApplicationScoped
class Occasions {
    private final Assignments assignments;
    private final Attendance attendance;

    @Inject
    Occasions(Assignments assignments, Attendance attendance) {
        this.assignments = assignments;
        this.attendance = attendance;
    }

    /** The order or session with this id; null if there is neither. */
    Uni<Occasion> find(UUID id) {
        return id == null
                ? Uni.createFrom().nullItem()
                : assignments
                        .find(id)
                        .chain(order ->
                                order == null ? session(id) : Uni.createFrom().item(Occasion.of(order)));
    }

    /** Where somebody was. */
    Uni<Occasion> of(Presence presence) {
        return presence.sessionId() == null
                ? assignments.find(presence.requestId()).map(Occasion::of)
                : session(presence.sessionId());
    }

    private Uni<Occasion> session(UUID id) {
        return attendance.find(id).map(terms -> terms == null ? null : Occasion.of(terms));
    }
}
