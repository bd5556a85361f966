package org.linli.activity.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.activity.ServiceRecordState;

/** Shows records and their history. */
@ApplicationScoped
class RecordViews {
    private final RecordTexts texts;

    @Inject
    RecordViews(RecordTexts texts) {
        this.texts = texts;
    }

    /**
     * A line of history.
     *
     * @param recordId the entry of the chain it is about
     * @param fact what happened
     * @param minutes what the entry says
     * @param by the account that did it
     * @param at when
     * @param reason why; null without
     */
    record HistoryLine(UUID recordId, RecordFact fact, int minutes, UUID by, Instant at, String reason) {}

    HistoryLine line(RecordLogRow row) {
        return new HistoryLine(row.recordId, row.fact, row.minutes, row.recordedBy, row.recordedAt, texts.reason(row));
    }

    ServiceRecordView one(ServiceRecord record) {
        ServiceRecordState state = record.state();
        return new ServiceRecordView(
                state.recordId(),
                record.version(),
                state.status(),
                state.provenance(),
                state.volunteerId(),
                state.category(),
                state.requestId(),
                state.sessionId(),
                record.origin().checkInId(),
                state.teamId(),
                state.stationId(),
                state.division(),
                state.serviceDate(),
                state.startedAt(),
                state.endedAt(),
                state.minutes(),
                state.earnsPoints(),
                state.pointsMinutes(),
                texts.content(record),
                texts.evidence(record),
                record.entry().by(),
                record.entry().at(),
                record.approvedBy(),
                record.approvedAt(),
                record.decidedBy(),
                record.decidedAt(),
                record.objectedAt(),
                record.entry().recordBy(),
                state.correctsRecordId());
    }
}
