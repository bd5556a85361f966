package org.linli.registration.grant;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.registration.RegistrationRefusal;

/** The roles of API keys: given and taken by the rules that hold for people, in the transaction of the key. */
@ApplicationScoped
public class KeyGrants {
    private final RoleGrantUseCase grants;

    @Inject
    KeyGrants(RoleGrantUseCase grants) {
        this.grants = grants;
    }

    /**
     * What a key is to hold.
     *
     * @param accountId the account of the key
     * @param stationId only for this station; null if for the whole division
     * @param until first moment it no longer counts
     */
    public record Wanted(UUID accountId, Role role, String division, UUID stationId, Instant until) {}

    /** Gives it, if the caller may. */
    public Uni<Outcome<RoleGrantView>> give(Caller caller, Wanted wanted) {
        return grants.give(
                caller,
                new GrantRequest(
                        new GrantRequest.Holder(wanted.accountId(), null),
                        wanted.role(),
                        wanted.division(),
                        wanted.stationId(),
                        null,
                        null,
                        null,
                        wanted.until()));
    }

    /** Takes it away, if the caller may; one that was taken before is no fault. */
    public Uni<Outcome<UUID>> revoke(Caller caller, UUID id) {
        return grants.revoke(caller, id).map(outcome -> switch (outcome) {
            case Outcome.Done<RoleGrantView> done -> Outcome.done(id);
            case Outcome.Refused<RoleGrantView> refused ->
                refused.refusal() == RegistrationRefusal.GRANT_ALREADY_REVOKED
                        ? Outcome.done(id)
                        : refused.map(never -> id);
        });
    }
}
