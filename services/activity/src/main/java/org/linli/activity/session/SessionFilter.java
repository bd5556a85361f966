package org.linli.activity.session;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.linli.contracts.DivisionCode;

/** Which coming sessions. Use as {@code @Valid @BeanParam}. */
public class SessionFilter {
    @Parameter(description = "Only those below this division, 12 digits.")
    @QueryParam("division")
    @Pattern(regexp = "\\d{12}")
    String division;

    @Parameter(description = "Only those of this entry of the dictionary.")
    @QueryParam("category")
    @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}")
    String category;

    @Parameter(description = "With latitude: only those around this place. WGS84 degrees.")
    @QueryParam("longitude")
    @DecimalMin("-180")
    @DecimalMax("180")
    Double longitude;

    @Parameter(description = "With longitude: only those around this place. WGS84 degrees.")
    @QueryParam("latitude")
    @DecimalMin("-90")
    @DecimalMax("90")
    Double latitude;

    @Parameter(description = "How far from that place, in metres.")
    @QueryParam("metres")
    @DefaultValue("3000")
    @Min(1)
    @Max(50_000)
    int metres;

    @Parameter(description = "Only those with places left.")
    @QueryParam("free")
    @DefaultValue("false")
    boolean free;

    DivisionCode division() {
        return division == null ? null : new DivisionCode(division);
    }

    String category() {
        return category;
    }

    /** Whether one asks for the surroundings of a place. */
    boolean nearby() {
        return longitude != null && latitude != null;
    }

    Double longitude() {
        return longitude;
    }

    Double latitude() {
        return latitude;
    }

    int metres() {
        return metres;
    }

    boolean free() {
        return free;
    }
}
