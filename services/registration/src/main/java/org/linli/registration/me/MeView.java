package org.linli.registration.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.VolunteerStatus;
import org.linli.registration.grant.RoleGrantView;

/**
 * Who the caller is to Linli.
 *
 * @param accountId id of the sign-in
 * @param volunteerId the volunteer it belongs to; absent if none
 * @param volunteerStatus where the volunteer stands; absent if none
 * @param recipientId the recipient of help it belongs to; absent if none
 * @param grants roles in force now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeView(
        UUID accountId,
        UUID volunteerId,
        VolunteerStatus volunteerStatus,
        UUID recipientId,
        List<RoleGrantView> grants) {
    MeView {
        grants = List.copyOf(grants);
    }
}
