package org.linli.registration.division;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.contracts.DivisionLevel;
import org.linli.kit.Outcome;
import org.linli.kit.time.LinliClock;
import org.linli.registration.RegistrationRefusal;

/** What other features may ask about divisions, in the current Hibernate session. */
@ApplicationScoped
public class Divisions {
    private final DivisionRepository divisions;
    private final LinliClock clock;

    @Inject
    Divisions(DivisionRepository divisions, LinliClock clock) {
        this.divisions = divisions;
        this.clock = clock;
    }

    /**
     * A division that counts today; refused on {@code field} with {@code division-unknown} or {@code
     * division-not-in-force}.
     */
    public Uni<Outcome<KnownDivision>> inForce(String code, String field) {
        return divisions.findById(code).map(found -> inForce(found, field));
    }

    /** A community that counts today; refused like {@link #inForce} or with {@code not-a-community}. */
    public Uni<Outcome<KnownDivision>> community(String code, String field) {
        return inForce(code, field).map(outcome -> isCommunity(outcome, field));
    }

    /** The same for many codes at once, in a session of its own: what became of each, by code. */
    @WithSession
    public Uni<Map<String, Outcome<KnownDivision>>> communities(Collection<String> codes, String field) {
        return divisions.list("code in ?1", List.copyOf(codes)).map(found -> {
            Map<String, Outcome<KnownDivision>> communities = new HashMap<>();
            codes.forEach(code -> communities.put(code, Outcome.refused(RegistrationRefusal.DIVISION_UNKNOWN, field)));
            found.forEach(one -> communities.put(one.code().value(), isCommunity(inForce(one, field), field)));
            return communities;
        });
    }

    /** Those of the codes that are known, whether they count today or not. */
    public Uni<List<KnownDivision>> known(Collection<String> codes) {
        return divisions
                .list("code in ?1", List.copyOf(codes))
                .map(found -> found.stream().map(Division::summary).toList());
    }

    private static Outcome<KnownDivision> isCommunity(Outcome<KnownDivision> found, String field) {
        return found.then(division -> division.level() == DivisionLevel.COMMUNITY
                ? Outcome.done(division)
                : Outcome.refused(RegistrationRefusal.NOT_A_COMMUNITY, field));
    }

    private Outcome<KnownDivision> inForce(Division found, String field) {
        return found == null
                ? Outcome.refused(RegistrationRefusal.DIVISION_UNKNOWN, field)
                : found.inForce(clock.today(), field).map(Division::summary);
    }
}
