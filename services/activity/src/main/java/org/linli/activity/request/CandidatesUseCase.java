package org.linli.activity.request;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.activity.ActivityConfiguration;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/** Suggests to the station whom to ask; a person decides (PIPL art. 24: no purely automatic dispatch). */
@ApplicationScoped
class CandidatesUseCase {
    private final HelpRequests requests;
    private final CandidateSearch search;
    private final ActivityConfiguration configuration;
    private final LinliClock clock;

    @Inject
    CandidatesUseCase(
            HelpRequests requests, CandidateSearch search, ActivityConfiguration configuration, LinliClock clock) {
        this.requests = requests;
        this.search = search;
        this.configuration = configuration;
        this.clock = clock;
    }

    @WithSession
    Uni<Outcome<CandidatesView>> of(UUID requestId, Caller caller) {
        return requests.findById(requestId).chain(request -> {
            if (request == null) {
                return Steps.refused(KitRefusal.NOT_FOUND);
            }
            if (Relations.coordinating(caller, request.ordered()) == null) {
                boolean known = Relations.atFirstSight(request, caller).knows();
                return Steps.refused(known ? KitRefusal.FORBIDDEN : KitRefusal.NOT_FOUND);
            }
            return suggest(request, clock.now()).map(Outcome::done);
        });
    }

    private Uni<CandidatesView> suggest(HelpRequest request, Instant now) {
        int limit = configuration.request().candidates();
        return search.volunteers(request, now)
                .chain(volunteers -> search.teams(request, now)
                        .map(teams -> new CandidatesView(
                                CandidateRanking.rank(volunteers, limit, now),
                                CandidateRanking.rank(teams, limit, now))));
    }
}
