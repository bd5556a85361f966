package org.linli.contracts.registration;

import static org.linli.contracts.DataClassification.DISTRICT;

import java.util.UUID;
import org.linli.contracts.Event;
import org.linli.contracts.EventType;
import org.linli.contracts.Inside;

/**
 * What registration tells about people who are no longer to be known. Sealed, so that a consumer answers every
 * kind.
 */
public sealed interface ErasureEvent extends Event {

    /**
     * A volunteer was erased (PIPL art. 47): whoever keeps anything that names or describes the person, or ties it to
     * the sign-in, deletes it, and ends what the person had still before them. Counted hours and postings stay under
     * the id of the volunteer, which names nobody from now on. Subject: the volunteer, in the sequence of its other
     * events; it is the last one.
     *
     * @param volunteer what stays: the id, the community, and that there is nobody any more
     * @param formerAccountId the sign-in that belonged to the volunteer, by which the other services find what is the
     *     person's; null if there was none
     */
    @EventType(value = "linli.registration.volunteer.erased.v1", classification = DISTRICT)
    record VolunteerErased(VolunteerState volunteer, @Inside UUID formerAccountId) implements ErasureEvent {
        @Override
        public VolunteerState state() {
            return volunteer;
        }
    }

    /**
     * A recipient of help was erased (PIPL art. 47), whose file had ended before: whoever keeps anything that names or
     * describes the person or the household, or ties it to the sign-in, deletes it. What was counted stays under the id
     * of the recipient, which names nobody from now on. Subject: the recipient, in the sequence of its other events; it
     * is the last one.
     *
     * @param recipient what stays: the id, the station, the community, and that there is nobody any more
     * @param formerAccountId the sign-in that belonged to the recipient and to nobody else; null if there was none, or
     *     if it is also a volunteer's, a guardian's or an officer's
     */
    @EventType(value = "linli.registration.recipient.erased.v1", classification = DISTRICT)
    record RecipientErased(RecipientState recipient, @Inside UUID formerAccountId) implements ErasureEvent {
        @Override
        public RecipientState state() {
            return recipient;
        }
    }
}
