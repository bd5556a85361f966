package org.linli.activity.record;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.Ids;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;

/** Records what moves of records give: lines of history and events, in the transaction of the move. */
@ApplicationScoped
class RecordLog {
    private final RecordTexts texts;
    private final Outbox outbox;

    @Inject
    RecordLog(RecordTexts texts, Outbox outbox) {
        this.texts = texts;
        this.outbox = outbox;
    }

    /** Keeps a new entry and tells of it. */
    Uni<ServiceRecord> begin(ServiceRecord proposal, RecordMove move) {
        return Panache.getSession()
                .chain(session -> session.persist(proposal).chain(session::flush))
                .chain(() -> keep(proposal, move));
    }

    /** Keeps a move of an entry; afterwards it has its new version. */
    Uni<ServiceRecord> keep(ServiceRecord record, RecordMove move) {
        return Panache.getSession()
                .chain(session -> session.persist(row(move.line())).chain(session::flush))
                .chain(() -> tell(record, move))
                .replaceWith(record);
    }

    /** Keeps a correction: first the old entry stops counting, then the new one counts. */
    Uni<ServiceRecord> keep(Correction correction) {
        return Panache.getSession()
                .chain(session -> session.persist(row(correction.left())).chain(session::flush))
                .chain(() -> begin(correction.next(), correction.told()));
    }

    private Uni<Void> tell(ServiceRecord record, RecordMove move) {
        return move.event() == null
                ? Uni.createFrom().voidItem()
                : outbox.add(Fact.of(record.rootId(), move.sequence(), record.division(), move.event()));
    }

    private RecordLogRow row(RecordMove.Line line) {
        UUID id = Ids.next();
        return new RecordLogRow(id, line, texts.sealReason(id, line.reason()));
    }
}
