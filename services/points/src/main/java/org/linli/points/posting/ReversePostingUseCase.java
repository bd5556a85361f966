package org.linli.points.posting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;
import org.linli.points.PointsRefusal;
import org.linli.points.ledger.Books;
import org.linli.points.ledger.Entry;
import org.linli.points.ledger.Ledger;
import org.linli.points.ledger.Verdict;
import org.linli.points.ledger.Wanted;

/** Reads a posting, and takes one back by a new one; who did it and why is on record. */
@ApplicationScoped
class ReversePostingUseCase {
    private static final Role[] CORRECTORS = {Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR};
    private static final Role[] READERS = {
        Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR, Role.STATION_COORDINATOR, Role.AUDITOR
    };

    private final PostingReader reader;
    private final Ledger ledger;
    private final Audit audit;
    private final LinliClock clock;
    private final Pool pool;

    @Inject
    ReversePostingUseCase(PostingReader reader, Ledger ledger, Audit audit, LinliClock clock, Pool pool) {
        this.reader = reader;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
        this.pool = pool;
    }

    Uni<Outcome<PostingView>> find(Caller caller, UUID id) {
        return reader.find(pool, id).map(found -> visible(caller, found));
    }

    /** Takes a posting back, inside the transaction of {@code connection}; answers the posting that does it. */
    Uni<Outcome<PostingView>> reverse(SqlConnection connection, Caller caller, UUID id, String reason) {
        return reader.find(connection, id)
                .map(found -> visible(caller, found).then(posting -> mayCorrect(caller, posting)))
                .chain(outcome -> switch (outcome) {
                    case Outcome.Refused<PostingView> refused ->
                        Uni.createFrom().item(refused);
                    case Outcome.Done<PostingView>(PostingView posting) -> reverse(connection, caller, posting, reason);
                });
    }

    private Uni<Outcome<PostingView>> reverse(
            SqlConnection connection, Caller caller, PostingView posting, String reason) {
        Wanted wanted =
                new Wanted(posting.unit()).spending(posting.volunteerId()).posting(posting.id());
        Entry entry = Entry.byPerson();
        return ledger.open(connection, wanted, clock.now())
                .chain(books -> record(
                        connection, books, books.reverse(entry, posting.volunteerId(), posting.id(), entry.id())))
                .call(() -> audit.record(
                        connection,
                        caller,
                        "posting.reversed",
                        posting.id(),
                        DivisionCode.of(posting.division()),
                        reason));
    }

    private Uni<Outcome<PostingView>> record(SqlConnection connection, Books books, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refused(PointsRefusal refusal) -> Uni.createFrom().item(Outcome.refused(refusal));
            // its cause is new, so nothing was posted for it before
            case Verdict.Replayed replayed ->
                Uni.createFrom().item(Outcome.refused(PointsRefusal.POSTING_ALREADY_REVERSED));
            case Verdict.Posted posted ->
                ledger.write(connection, books.changes())
                        .chain(() -> reader.find(
                                connection, posted.postings().getFirst().id()))
                        .map(made -> Outcome.done(made.orElseThrow()));
        };
    }

    private static Outcome<PostingView> visible(Caller caller, Optional<PostingView> found) {
        return found.filter(posting -> mayRead(caller, posting))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(KitRefusal.NOT_FOUND));
    }

    private static boolean mayRead(Caller caller, PostingView posting) {
        if (posting.volunteerId() == null) {
            return caller.holdsAnywhere(Role.PLATFORM_OPERATOR);
        }
        return posting.volunteerId().equals(caller.volunteerId())
                || caller.holds(DivisionCode.of(posting.division()), READERS);
    }

    private static Outcome<PostingView> mayCorrect(Caller caller, PostingView posting) {
        if (posting.volunteerId() == null) {
            return Outcome.refused(PointsRefusal.POSTING_NOT_REVERSIBLE);
        }
        return caller.holds(DivisionCode.of(posting.division()), CORRECTORS)
                ? Outcome.done(posting)
                : Outcome.refused(KitRefusal.FORBIDDEN);
    }
}
