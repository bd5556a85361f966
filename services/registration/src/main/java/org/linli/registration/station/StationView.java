package org.linli.registration.station;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.registration.StationState.StationKind;
import org.linli.kit.http.Versioned;

/**
 * A station as everybody may see it.
 *
 * @param division where it stands, 12 digits
 * @param longitude WGS84 degrees
 * @param latitude WGS84 degrees
 * @param openingHours spans of a week, in order
 * @param serviceMenu kinds of help to be ordered here
 * @param coverage codes of the divisions it serves
 * @param distance metres from the place asked for, on a sphere; absent if none was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StationView(
        UUID id,
        String name,
        StationKind kind,
        String division,
        double longitude,
        double latitude,
        List<OpeningHours> openingHours,
        List<ServiceCategory> serviceMenu,
        List<String> coverage,
        Double distance,
        @JsonIgnore long version)
        implements Versioned {
    StationView {
        openingHours = List.copyOf(openingHours);
        serviceMenu = List.copyOf(serviceMenu);
        coverage = List.copyOf(coverage);
    }
}
