package org.linli.registration.recipient;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;
import org.linli.kit.http.Versioned;

/**
 * A recipient as a list shows it: what dispatching needs, neither phone nor address nor notes.
 *
 * @param name masked, unless it is an institution's
 * @param division home community, 12 digits
 * @param hasSignIn whether the recipient's own sign-in is linked
 */
record RecipientView(
        UUID id,
        RecipientKind kind,
        String name,
        HouseholdTier tier,
        List<ServiceCategory> needs,
        String division,
        UUID stationId,
        boolean hasSignIn,
        RecipientStatus status,
        Instant enrolledAt,
        @JsonIgnore long version)
        implements Versioned {
    RecipientView {
        needs = List.copyOf(needs);
    }
}
