package org.linli.registration.station;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.registration.StationState.StationKind;
import org.linli.registration.PublicName;

/**
 * What a caller says to open a station.
 *
 * @param division where it stands
 * @param longitude WGS84 degrees
 * @param latitude WGS84 degrees
 * @param openingHours spans of a week; missing if they are not known yet
 * @param serviceMenu kinds of help to be ordered here
 * @param coverage the divisions it serves; missing for its own
 */
record StationOpening(
        @NotNull StationKind kind,

        @NotNull @Schema(implementation = String.class, maxLength = PublicName.MAX_LENGTH)
        PublicName name,

        @NotNull @Pattern(regexp = "\\d{12}(\\d{3})?") String division,
        @NotNull @Min(-180) @Max(180) Double longitude,
        @NotNull @Min(-90) @Max(90) Double latitude,
        @Size(max = 50) List<@NotNull @Valid OpeningHours> openingHours,
        @NotNull @Size(max = 20) List<@NotNull ServiceCategory> serviceMenu,
        @Size(max = 500) List<@NotNull @Pattern(regexp = "\\d{12}(\\d{3})?") String> coverage) {
    StationOpening {
        openingHours = copy(openingHours);
        serviceMenu = serviceMenu == null ? null : copy(serviceMenu);
        coverage = copy(coverage);
    }

    /** Not List.copyOf: an empty entry is for the validation to name. */
    private static <T> List<T> copy(List<T> given) {
        return given == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(given));
    }
}
