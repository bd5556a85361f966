package org.linli.registration.apikey;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.access.DeviceTokens;
import org.linli.kit.audit.Audit;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.registration.DivisionFilter;
import org.linli.registration.RegistrationConfiguration;
import org.linli.registration.Responsible;
import org.linli.registration.grant.KeyGrants;
import org.linli.registration.grant.RoleGrantView;

/** Makes keys, shows them and revokes them. */
@ApplicationScoped
class ApiKeyUseCase {
    private final ApiKeyRepository keys;
    private final KeyGrants grants;
    private final DivisionFilter filter;
    private final Audit audit;
    private final LinliClock clock;
    private final RegistrationConfiguration.ApiKeys limits;

    @Inject
    ApiKeyUseCase(
            ApiKeyRepository keys,
            KeyGrants grants,
            DivisionFilter filter,
            Audit audit,
            LinliClock clock,
            RegistrationConfiguration configuration) {
        this.keys = keys;
        this.grants = grants;
        this.filter = filter;
        this.audit = audit;
        this.clock = clock;
        this.limits = configuration.apiKeys();
    }

    /** Makes one with a role that the caller may give; the answer alone has the key itself. */
    @WithTransaction
    Uni<Outcome<KeyView>> make(Caller caller, KeyRequest request) {
        KeySecret secret = KeySecret.fresh(Ids.next());
        KeyGrants.Wanted wanted = new KeyGrants.Wanted(
                DeviceTokens.accountOf(secret.id()),
                request.role(),
                request.division(),
                request.stationId(),
                request.until());
        return Steps.then(
                request.check(clock.now(), limits.longest()),
                possible -> grants.give(caller, wanted)
                        .chain(given -> Steps.keep(given, grant -> keep(caller, request, secret, grant))));
    }

    /** Those in the caller's divisions, and those of the stations for which alone they hold a role. */
    @WithSession
    Uni<Outcome<Page<KeyView>>> list(Caller caller, String division, Paging paging) {
        if (!caller.holdsAnywhere(Responsible.readers())) {
            return Steps.refused(KitRefusal.FORBIDDEN);
        }
        List<String> scopes = caller.scopes(Responsible.readers());
        List<UUID> stations = caller.stations(Responsible.readers());
        return filter.prefixOf(division)
                .chain(prefix -> Steps.then(
                        prefix,
                        known -> keys.search(scopes, stations, known, paging.afterId(), paging.limit())
                                .map(rows -> Outcome.done(Page.of(
                                        rows, paging.limit(), row -> row.id().toString(), ApiKey::view)))));
    }

    /** Ends one, and takes its role away; whoever may take the role may do so. */
    @WithTransaction
    Uni<Outcome<KeyView>> revoke(Caller caller, UUID id) {
        return keys.lock(id)
                .chain(key -> key == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : grants.revoke(caller, key.grantId())
                                .chain(taken -> Steps.then(taken, nothing -> end(caller, key))));
    }

    private Uni<KeyView> keep(Caller caller, KeyRequest request, KeySecret secret, RoleGrantView grant) {
        ApiKey key = ApiKey.made(secret, request, grant.id(), caller.accountId(), clock.now());
        return keys.persistAndFlush(key)
                .chain(() -> audit.record(caller, "api-key-made", key.id(), key.division(), null))
                .map(recorded -> key.view().shown(secret));
    }

    private Uni<Outcome<KeyView>> end(Caller caller, ApiKey key) {
        return Steps.keep(
                key.revoke(caller.accountId(), clock.now()),
                revoked -> keys.flush()
                        .chain(() -> keys.tellEnd(key.id()))
                        .chain(() -> audit.record(caller, "api-key-revoked", key.id(), key.division(), null))
                        .map(recorded -> key.view()));
    }
}
