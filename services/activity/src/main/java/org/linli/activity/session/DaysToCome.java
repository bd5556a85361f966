package org.linli.activity.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.linli.activity.programme.ScheduledDays;
import org.linli.kit.time.LinliClock;

/** Tells the programme on which days its activities still take place. */
@ApplicationScoped
class DaysToCome implements ScheduledDays {
    private final Sessions sessions;
    private final LinliClock clock;

    @Inject
    DaysToCome(Sessions sessions, LinliClock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Uni<List<LocalDate>> of(UUID activity) {
        return sessions.notOver(activity, clock.now())
                .map(found -> found.stream()
                        .map(session -> session.time().day())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
