package org.linli.contracts.points;

import static org.linli.contracts.DataClassification.DISTRICT;

import org.linli.contracts.Event;
import org.linli.contracts.EventType;

/** Points given to others. Sealed, so that a consumer answers every kind. Subject: the transfer. */
public sealed interface TransferEvent extends Event {

    /** To another volunteer. */
    @EventType(value = "linli.points.transfer.made.v1", classification = DISTRICT)
    record TransferMade(TransferState transfer) implements TransferEvent {
        @Override
        public TransferState state() {
            return transfer;
        }
    }

    /** To a charity fund. */
    @EventType(value = "linli.points.transfer.donated.v1", classification = DISTRICT)
    record PointsDonated(TransferState transfer) implements TransferEvent {
        @Override
        public TransferState state() {
            return transfer;
        }
    }
}
