package org.linli.points.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.points.PointsEvent;
import org.linli.contracts.points.PointsEvent.PostingMade;
import org.linli.contracts.points.PointsEvent.PostingReversed;
import org.linli.contracts.points.PostingState;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;

/**
 * The ledger in the database. Acts on passbooks go in three steps inside one transaction: {@link #open} locks and
 * reads, {@link Books} judges, {@link #write} writes everything with its events. A credit that needs no judgement is
 * {@link #post posted} without them.
 */
@ApplicationScoped
public class Ledger {
    private final Outbox outbox;
    private final CreditQueue credits = new CreditQueue(this::alone, this::write);

    /** A ledger whose events go to that outbox. */
    @Inject
    public Ledger(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The statement that posts one credit, with its numbered parameters; a yardstick runs the very same. */
    public static String creditStatement() {
        return CreditStatement.SQL;
    }

    /** The statements that post a batch of credits, with their numbered parameters; a yardstick runs the very same. */
    public static Statements batchStatements() {
        return new Statements(
                PostingStatements.PASSBOOKS,
                PostingStatements.RAISED,
                PostingStatements.POSTED,
                PostingStatements.OPENED,
                Outbox.INSERT_ALL);
    }

    /** In the order in which they are sent; what {@code raised} answers is in the parameters of those after it. */
    public record Statements(String passbooks, String raised, String posted, String opened, String told) {}

    /** What was written and what was there before. */
    public record Written(List<UUID> posted, List<UUID> replayed, List<UUID> differing) {
        /** Notes a posting; {@code before} is the content under its id before, null if there was none. */
        void note(Posting posting, byte[] before) {
            List<UUID> answer =
                    before == null ? posted : Arrays.equals(before, posting.contentHash()) ? replayed : differing;
            answer.add(posting.id());
        }
    }

    /** Locks the passbooks, in the order of their ids, and reads what the acts need to know. */
    public Uni<Books> open(SqlConnection connection, Wanted wanted, Instant now) {
        return new LedgerReader(connection, wanted).read().map(snapshot -> new Books(snapshot, now));
    }

    /** Writes what was judged, in the transaction that opened the books. */
    public Uni<Written> write(SqlConnection connection, Changes changes) {
        List<UUID> posted = changes.postings().stream().map(Posting::id).toList();
        Written written = new Written(posted, List.of(), List.of());
        return posted.isEmpty()
                ? Uni.createFrom().item(written)
                : new LedgerWriter(connection, outbox)
                        .write(changes, events(changes))
                        .replaceWith(written);
    }

    /**
     * Posts a {@link Changes#credit}, with what other callers post at the moment. A posting that is there already
     * changes nothing; one whose id is taken by a transaction at the same moment fails as a unique violation: try
     * again, and it is a replay.
     */
    public Uni<Written> post(Pool pool, Changes credit) {
        return credits.post(pool, credit);
    }

    private Uni<Written> alone(Pool pool, Changes credit) {
        if (!CreditStatement.fits(credit)) {
            throw new IllegalArgumentException("only a single credit by a rule can do without the books");
        }
        return pool.preparedQuery(CreditStatement.SQL)
                .execute(CreditStatement.parameters(credit, events(credit).getFirst()))
                .map(Ledger::written);
    }

    private static Written written(RowSet<Row> rows) {
        Written written = new Written(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Row row : rows) {
            List<UUID> answer = row.getBoolean("fresh")
                    ? written.posted()
                    : row.getBoolean("same") ? written.replayed() : written.differing();
            answer.add(row.getUUID("id"));
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
                Told.UNKNOWN,
                posting.rule() == null ? null : posting.rule().code(),
                posting.rule() == null ? null : posting.rule().version(),
                posting.causeId(),
                changes.postedAt());
        PointsEvent event = posting.kind() == PostingKind.REVERSED
                ? new PostingReversed(state, posting.reverses())
                : new PostingMade(state);
        Fact fact = Fact.of(passbook.volunteerId(), Told.UNKNOWN, DivisionCode.of(passbook.division()), event)
                .causedBy(posting.entry().causation());
        return new Told(posting.id(), passbook.volunteerId(), account.id(), outbox.prepared(fact));
    }
}
