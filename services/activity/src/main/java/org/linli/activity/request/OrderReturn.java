package org.linli.activity.request;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.VolunteerFollower;
import org.linli.contracts.VolunteerStatus;
import org.linli.kit.Outcome;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWorkHandler;

/**
 * An order that is offered to, or was accepted by, somebody who may not serve any more goes back to the pool, so that
 * the resident does not wait for nobody. What is in service ends as it can (decision 34).
 */
@ApplicationScoped
class OrderReturn implements VolunteerFollower, DueWorkHandler {
    private static final String KIND = "request-returns";
    private static final String ORDER = """
            insert into due_work as w (id, kind, subject, due_at)
            select gen_random_uuid(), $1, r.id::text, $2::timestamptz
            from help_request r join volunteer_copy v using (volunteer_id)
            where r.volunteer_id = any ($3::uuid[]) and r.status in ('DISPATCHED', 'ACCEPTED')
                and not v.status = any ($4::text[])
            order by r.id
            on conflict (kind, subject) do update set due_at = least(w.due_at, excluded.due_at)
            """;
    private static final String[] SERVING = Arrays.stream(VolunteerStatus.values())
            .filter(VolunteerStatus::mayServe)
            .map(VolunteerStatus::name)
            .toArray(String[]::new);

    private final HelpRequests requests;
    private final RequestOffers offers;
    private final RequestLog log;
    private final Copies copies;
    private final LinliClock clock;

    @Inject
    OrderReturn(HelpRequests requests, RequestOffers offers, RequestLog log, Copies copies, LinliClock clock) {
        this.requests = requests;
        this.offers = offers;
        this.log = log;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public Uni<Void> told(SqlConnection connection, UUID[] volunteers) {
        return connection
                .preparedQuery(ORDER)
                .execute(Tuple.of(KIND, clock.now().atOffset(ZoneOffset.UTC), volunteers, SERVING))
                .replaceWithVoid();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Holds nobody: registration's news holds its volunteer and waits for this work, and then orders it anew. */
    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        return requests.lock(UUID.fromString(subject))
                .chain(request -> request.volunteerId() == null
                        ? Uni.createFrom().voidItem()
                        : copies.volunteer(request.volunteerId())
                                .chain(who -> who != null && who.mayServe()
                                        ? Uni.createFrom().voidItem()
                                        : giveBack(request)));
    }

    private Uni<Void> giveBack(HelpRequest request) {
        return switch (request.decline(request.volunteerId(), Actor.CLOCK, null, clock.now())) {
            case Outcome.Refused<Moved> begunOrEndedMeanwhile ->
                Uni.createFrom().voidItem();
            case Outcome.Done<Moved>(Moved moved) ->
                offers.answer(moved.hop(), RequestOffer.Answer.WITHDRAWN).chain(() -> log.record(request, moved));
        };
    }
}
