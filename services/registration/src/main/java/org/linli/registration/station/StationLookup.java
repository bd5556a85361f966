package org.linli.registration.station;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;

/** What other features may ask about stations, in the current Hibernate session. */
@ApplicationScoped
public class StationLookup {
    private final StationRepository stations;

    @Inject
    StationLookup(StationRepository stations) {
        this.stations = stations;
    }

    /**
     * What is told of a station.
     *
     * @param division where it stands
     * @param servesHome whether it serves the division that was asked about
     */
    public record Answer(UUID stationId, DivisionCode division, boolean servesHome) {}

    /** A station, and whether it serves people who live in {@code home}; null if there is no such station. */
    public Uni<Answer> find(UUID stationId, DivisionCode home) {
        return stations.findById(stationId)
                .onItem()
                .ifNotNull()
                .transform(station -> new Answer(station.id(), station.division(), station.serves(home)));
    }

    /** What these stations serve, as the digits that all codes below share; none for no stations. */
    public Uni<List<String>> coverage(List<UUID> stationIds) {
        return stationIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : stations.list("id in ?1", stationIds)
                        .map(found -> found.stream()
                                .flatMap(Station::coveragePrefixes)
                                .distinct()
                                .toList());
    }
}
