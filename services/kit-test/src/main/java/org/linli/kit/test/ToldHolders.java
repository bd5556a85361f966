package org.linli.kit.test;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.contracts.AccountId;
import org.linli.contracts.Role;
import org.linli.contracts.registration.GrantState;
import org.linli.contracts.registration.RegistrationEvent.RoleGranted;
import org.linli.contracts.registration.RegistrationEvent.RoleRevoked;
import org.linli.kit.event.Fact;

/** Roles of a service that learns of them from registration's events. */
final class ToldHolders implements Holders {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Surroundings surroundings;
    private final Map<UUID, GrantState> granted = new HashMap<>();

    ToldHolders(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Holder give(Hold hold) {
        String subject = Surroundings.anyone();
        GrantState grant = grant(hold, AccountId.of(surroundings.issuer().url(), subject));
        granted.put(grant.grantId(), grant);
        surroundings.events().publish("registration", Fact.of(grant.grantId(), 1, null, new RoleGranted(grant)));
        await().atMost(PATIENCE)
                .until(() -> surroundings
                                .database()
                                .count("select count(*) from grant_copy where grant_id = ?", grant.grantId())
                        == 1);
        return new Holder(surroundings.issuer().tokenFor(subject), grant.grantId());
    }

    @Override
    public void revoke(List<Holder> holders) {
        Instant now = Instant.now();
        for (Holder holder : holders) {
            GrantState grant = revoked(granted.get(holder.grantId()), now);
            surroundings.events().publish("registration", Fact.of(grant.grantId(), 2, null, new RoleRevoked(grant)));
        }
        for (Holder holder : holders) {
            await().atMost(PATIENCE)
                    .until(() -> surroundings
                                    .database()
                                    .count(
                                            "select count(*) from grant_copy where grant_id = ? and revoked_at is null",
                                            holder.grantId())
                            == 0);
        }
    }

    private static GrantState grant(Hold hold, UUID account) {
        boolean everywhere = hold.role() == Role.PLATFORM_OPERATOR;
        boolean station = hold.oneOnly() && hold.role() == Role.STATION_COORDINATOR;
        boolean team = hold.oneOnly() && hold.role() == Role.TEAM_LEADER;
        return new GrantState(
                UUID.randomUUID(),
                account,
                hold.role(),
                everywhere ? "000000000000" : hold.digits() + "000000",
                everywhere ? "" : hold.digits(),
                station ? UUID.randomUUID() : null,
                team ? UUID.randomUUID() : null,
                null,
                Instant.now().minusSeconds(60),
                null,
                null);
    }

    private static GrantState revoked(GrantState grant, Instant when) {
        return new GrantState(
                grant.grantId(),
                grant.accountId(),
                grant.role(),
                grant.division(),
                grant.divisionPrefix(),
                grant.stationId(),
                grant.teamId(),
                grant.activityId(),
                grant.from(),
                grant.until(),
                when);
    }
}
