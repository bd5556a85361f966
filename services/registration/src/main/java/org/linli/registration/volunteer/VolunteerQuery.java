package org.linli.registration.volunteer;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.linli.contracts.VolunteerStatus;

/** What volunteers are listed by. Nothing here names a person: addresses of calls end up in logs. */
public class VolunteerQuery {
    @Parameter(description = "Only volunteers who live in this division.")
    @QueryParam("division")
    @Pattern(regexp = "\\d{12}(\\d{3})?")
    String division;

    @Parameter(description = "Only volunteers with this status.")
    @QueryParam("status")
    VolunteerStatus status;

    @Parameter(description = "The number of the volunteer.")
    @QueryParam("number")
    @Size(max = 40)
    String number;

    VolunteerSearch search() {
        return new VolunteerSearch(division, status, null, null, number);
    }
}
