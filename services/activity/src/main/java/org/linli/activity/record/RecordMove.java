package org.linli.activity.record;

import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.activity.ActivityEvent;

/**
 * What a move of a record gives: a line for its history, and mostly an event for everybody.
 *
 * @param line the line
 * @param event the fact; null if nobody else is told (an approval does not count hours yet)
 * @param sequence its number among the events of the chain, from 1
 */
record RecordMove(Line line, ActivityEvent event, long sequence) {

    /** A move of which nobody else is told. */
    static RecordMove silent(Line line) {
        return new RecordMove(line, null, 0);
    }

    /**
     * A line of history.
     *
     * @param recordId the entry
     * @param rootId the first entry of its chain
     * @param fact what happened
     * @param minutes what the entry says
     * @param by the account that did it
     * @param at when
     * @param reason why, in somebody's words; null without
     */
    record Line(UUID recordId, UUID rootId, RecordFact fact, int minutes, UUID by, Instant at, String reason) {}
}
