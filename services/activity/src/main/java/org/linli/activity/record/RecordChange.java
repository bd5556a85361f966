package org.linli.activity.record;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.activity.Steps;
import org.linli.activity.copy.Copies;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.IfMatch;
import org.linli.kit.http.KitRefusal;

/**
 * The frame of every change of a record: lock it, see what it is to the caller, decide and keep. Works in the
 * transaction of the use case that asks.
 */
@ApplicationScoped
class RecordChange {
    private final Records records;
    private final Copies copies;
    private final RecordViews views;

    @Inject
    RecordChange(Records records, Copies copies, RecordViews views) {
        this.records = records;
        this.copies = copies;
        this.views = views;
    }

    /**
     * Which record, by whom, and the version it must still have.
     *
     * @param id the record
     * @param ifMatch the header; null if any version will do
     * @param caller who
     */
    record Target(UUID id, String ifMatch, Caller caller) {}

    /** Decides on a locked record, keeps what came of it, and gives the entry to show: itself or its successor. */
    @FunctionalInterface
    interface Decision {
        Uni<Outcome<ServiceRecord>> decide(ServiceRecord record, Standing standing);
    }

    Uni<Outcome<ServiceRecordView>> of(Target target, Decision decision) {
        return records.lock(target.id())
                .chain(record -> record == null
                        ? Steps.<ServiceRecord>refused(KitRefusal.NOT_FOUND)
                        : standing(record, target.caller())
                                .chain(standing -> decide(target, record, standing, decision)))
                .map(outcome -> outcome.map(views::one));
    }

    /** What a record is to a caller. */
    Uni<Standing> standing(ServiceRecord record, Caller caller) {
        return copies.leadership(caller, record.origin().teamId()).map(team -> Standing.of(caller, record, team));
    }

    private static Uni<Outcome<ServiceRecord>> decide(
            Target target, ServiceRecord record, Standing standing, Decision decision) {
        if (!standing.knows()) {
            return Steps.refused(KitRefusal.NOT_FOUND);
        }
        return Steps.then(
                IfMatch.check(target.ifMatch(), record.version(), record), fresh -> decision.decide(fresh, standing));
    }
}
