package org.linli.registration.division;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.linli.contracts.DivisionLevel;

/** What divisions are searched by. */
public class DivisionQuery {
    @Parameter(description = "Part of the name.")
    @QueryParam("name")
    @Size(min = 1, max = 60)
    String name;

    @Parameter(description = "Only divisions of this level.")
    @QueryParam("level")
    DivisionLevel level;

    @Parameter(description = "Only this division and those below it.")
    @QueryParam("below")
    @Pattern(regexp = "\\d{12}(\\d{3})?")
    String below;

    String name() {
        return name;
    }

    DivisionLevel level() {
        return level;
    }

    String below() {
        return below;
    }
}
