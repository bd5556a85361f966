package org.linli.registration.station;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.registration.StationState.StationKind;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.registration.DivisionFilter;
import org.linli.registration.RegistrationConfiguration;
import org.linli.registration.RegistrationRefusal;

/** Finds stations by place, and divisions without any. */
@ApplicationScoped
class StationSearch {
    private static final int USUAL_METRES = 1000;

    private final NearbyStations nearby;
    private final CoverageGaps gaps;
    private final DivisionFilter filter;
    private final RegistrationConfiguration configuration;

    @Inject
    StationSearch(
            NearbyStations nearby, CoverageGaps gaps, DivisionFilter filter, RegistrationConfiguration configuration) {
        this.nearby = nearby;
        this.gaps = gaps;
        this.filter = filter;
        this.configuration = configuration;
    }

    /**
     * Stations near a place, nearest first; {@code within} (metres) and {@code kind} may be null, {@code division}
     * must.
     */
    Uni<Outcome<Page<StationView>>> near(
            String near, Integer within, String division, StationKind kind, Paging paging) {
        if (division != null) {
            return Uni.createFrom().item(Outcome.refused(KitRefusal.INVALID_VALUE, "division"));
        }
        List<StationKind> kinds = kind == null ? List.of(StationKind.values()) : List.of(kind);
        Outcome<NearbyStations.Search> search = metres(within)
                .then(metres -> place(near).map(place -> new NearbyStations.Search(place, metres, kinds)));
        return Steps.then(search, wanted -> nearby.find(wanted, paging).map(Outcome::done));
    }

    private Outcome<Integer> metres(Integer within) {
        int most = configuration.nearbyMetres();
        int metres = within == null ? Math.min(USUAL_METRES, most) : within;
        return metres <= most
                ? Outcome.done(metres)
                : Outcome.refused(RegistrationRefusal.TOO_FAR_AROUND, "within", Map.of("metres", most));
    }

    private static Outcome<Place> place(String text) {
        try {
            return Outcome.done(Place.read(text));
        } catch (IllegalArgumentException nowhere) {
            return Outcome.refused(KitRefusal.INVALID_VALUE, "near");
        }
    }

    /** Divisions of a level in or below one that no station serves. */
    Uni<Outcome<Page<CoverageGaps.Unserved>>> uncovered(String below, DivisionLevel level, Paging paging) {
        return filter.prefixOf(below, "below")
                .chain(found -> Steps.then(
                        found, prefix -> gaps.find(prefix, level, paging).map(Outcome::done)));
    }
}
