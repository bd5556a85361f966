package org.linli.activity.record;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.activity.ActivityConfiguration;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.Steps;
import org.linli.activity.record.RecordChange.Target;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.time.LinliClock;

/** Approves, confirms, refuses, objects, decides objections, corrects. */
@ApplicationScoped
class DecideUseCase {
    private final RecordChange change;
    private final Records records;
    private final RecordLog log;
    private final RecordTexts texts;
    private final LinliClock clock;
    private final DayGates gates;

    @Inject
    DecideUseCase(
            RecordChange change,
            Records records,
            RecordLog log,
            RecordTexts texts,
            LinliClock clock,
            ActivityConfiguration configuration) {
        this.change = change;
        this.records = records;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
        this.gates = new DayGates(
                configuration.serviceRecords().firstGateMinutes(),
                configuration.serviceRecords().secondGateMinutes());
    }

    /** A second person stands in for a manual entry. */
    @WithTransaction
    Uni<Outcome<ServiceRecordView>> approve(Target target) {
        return change.of(
                target,
                (record, standing) -> Steps.keep(
                        standing.approving(clock.now()).then(record::approve), move -> log.keep(record, move)));
    }

    /** The hours count from now on. */
    @WithTransaction
    Uni<Outcome<ServiceRecordView>> confirm(Target target) {
        return change.of(
                target, (record, standing) -> Steps.then(standing.deciding(clock.now()), by -> confirm(record, by)));
    }

    private Uni<Outcome<ServiceRecord>> confirm(ServiceRecord record, Decider by) {
        return records.dayBook(record, record.origin().endedAt())
                .chain(day -> Steps.keep(record.confirm(by, day, gates), move -> log.keep(record, move)));
    }

    /** The hours do not count. */
    @WithTransaction
    Uni<Outcome<ServiceRecordView>> refuse(Target target, String reason) {
        return change.of(
                target,
                (record, standing) -> Steps.keep(
                        standing.deciding(clock.now()).then(by -> record.refuse(by, reason)),
                        move -> log.keep(record, move)));
    }

    /** The volunteer says that it is wrong. */
    @WithTransaction
    Uni<Outcome<ServiceRecordView>> object(Target target, String reason) {
        return change.of(
                target,
                (record, standing) -> Steps.keep(
                        standing.objecting().then(account -> record.object(account, reason, clock.now())),
                        move -> log.keep(record, move)));
    }

    /** The objection changes nothing. */
    @WithTransaction
    Uni<Outcome<ServiceRecordView>> uphold(Target target, String reason) {
        return change.of(
                target,
                (record, standing) -> Steps.keep(
                        standing.deciding(clock.now()).then(by -> record.uphold(by, reason)),
                        move -> log.keep(record, move)));
    }

    /** The objection is right: a new entry takes the place of the old one. */
    @WithTransaction
    Uni<Outcome<ServiceRecordView>> correctAfterObjection(
            Target target, Integer minutes, String reason, String evidence) {
        return change.of(
                target,
                (record, standing) -> Steps.then(
                        standing.deciding(clock.now())
                                .then(by -> record.withObjection()
                                        .then(itself -> minutes == null
                                                ? Outcome.<Decider>refused(ActivityRefusal.MINUTES_MISSING, "minutes")
                                                : Outcome.done(by))),
                        by -> correct(record, by, minutes, reason, evidence)));
    }

    /** A new entry takes the place of a counted one. */
    @WithTransaction
    Uni<Outcome<ServiceRecordView>> correct(Target target, int minutes, String reason, String evidence) {
        return change.of(
                target,
                (record, standing) -> Steps.then(
                        standing.deciding(clock.now()), by -> correct(record, by, minutes, reason, evidence)));
    }

    private Uni<Outcome<ServiceRecord>> correct(
            ServiceRecord record, Decider by, int minutes, String reason, String evidence) {
        byte[] proof = evidence == null || evidence.isBlank() ? null : texts.sealEvidence(record.rootId(), evidence);
        return records.parties(record.rootId())
                .map(parties -> new Right(Ids.next(), minutes, reason, proof, parties))
                .chain(right -> records.dayBook(record, record.origin().endFor(minutes))
                        .chain(day -> Steps.keep(record.correct(right, by, day, gates), log::keep)));
    }
}
