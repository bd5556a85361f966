package org.linli.points.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.points.PointsEvent;
import org.linli.contracts.points.PointsEvent.PostingMade;
import org.linli.contracts.points.PointsEvent.PostingReversed;
import org.linli.contracts.points.PostingState;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.points.ledger.PostingStatement.Told;

/**
 * The ledger in the database. Acts on passbooks go in three steps inside one transaction: {@link #open} locks and
 * reads, {@link Books} judges, {@link #write} writes everything with its events in one statement.
 */
@ApplicationScoped
public class Ledger {
    private final Outbox outbox;

    /** A ledger whose events go to that outbox. */
    @Inject
    public Ledger(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The statement that posts a batch, with its numbered parameters; a yardstick runs the very same. */
    public static String batchStatement() {
        return PostingStatement.SQL;
    }

    /** The statement that posts one credit, with its numbered parameters; a yardstick runs the very same. */
    public static String creditStatement() {
        return CreditStatement.SQL;
    }

    /** What was written and what was there before. */
    public record Written(List<UUID> posted, List<UUID> replayed, List<UUID> differing) {}

    /** Locks the passbooks, in the order of their ids, and reads what the acts need to know. */
    public Uni<Books> open(SqlConnection connection, Wanted wanted, Instant now) {
        return new LedgerReader(connection, wanted).read().map(snapshot -> new Books(snapshot, now));
    }

    /**
     * Writes changes with their events in one statement. On a pool it is a transaction of its own, allowed for {@link
     * Changes#credit} only. A posting id that another transaction takes at the same moment fails as a unique violation:
     * try again, and it is a replay.
     */
    public Uni<Written> write(SqlClient client, Changes changes) {
        if (changes.postings().isEmpty()) {
            return Uni.createFrom().item(new Written(List.of(), List.of(), List.of()));
        }
        List<Told> events = events(changes);
        boolean single = CreditStatement.fits(changes);
        return client.preparedQuery(single ? CreditStatement.SQL : PostingStatement.SQL)
                .execute(
                        single
                                ? CreditStatement.parameters(changes, events.getFirst())
                                : PostingStatement.parameters(changes, events))
                .map(Ledger::written);
    }

    private static Written written(RowSet<Row> rows) {
        Written written = new Written(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Row row : rows) {
            UUID id = row.getUUID("id");
            if (row.getBoolean("fresh")) {
                written.posted().add(id);
            } else if (row.getBoolean("same")) {
                written.replayed().add(id);
            } else {
                written.differing().add(id);
            }
        }
        return written;
    }

    private List<Told> events(Changes changes) {
        List<Told> told = new ArrayList<>();
        for (Posting posting : changes.postings()) {
            if (posting.credit().kind() == AccountKind.PASSBOOK) {
                told.add(told(changes, posting, posting.credit(), posting.amount()));
            }
            if (posting.debit().kind() == AccountKind.PASSBOOK) {
                told.add(told(changes, posting, posting.debit(), -posting.amount()));
            }
        }
        return told;
    }

    private Told told(Changes changes, Posting posting, Account account, long change) {
        Passbook passbook = changes.passbooks().get(UUID.fromString(account.owner()));
        PostingState state = new PostingState(
                posting.id(),
                posting.entry().id(),
                passbook.volunteerId(),
                passbook.division(),
                posting.unit(),
                change,
                PostingStatement.UNKNOWN,
                posting.rule() == null ? null : posting.rule().code(),
                posting.rule() == null ? null : posting.rule().version(),
                posting.causeId(),
                changes.postedAt());
        PointsEvent event = posting.kind() == PostingKind.REVERSED
                ? new PostingReversed(state, posting.reverses())
                : new PostingMade(state);
        Fact fact = Fact.of(
                        passbook.volunteerId(), PostingStatement.UNKNOWN, DivisionCode.of(passbook.division()), event)
                .causedBy(posting.entry().causation());
        return new Told(posting.id(), passbook.volunteerId(), account.id(), outbox.prepared(fact));
    }
}
