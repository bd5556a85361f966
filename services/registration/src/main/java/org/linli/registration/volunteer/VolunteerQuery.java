package org.linli.registration.volunteer;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.linli.contracts.VolunteerStatus;

/** What volunteers are looked for by. Names and phone numbers are stored encrypted: only whole ones are found. */
public class VolunteerQuery {
    @Parameter(description = "Only volunteers who live in this division.")
    @QueryParam("division")
    @Pattern(regexp = "\\d{12}(\\d{3})?")
    String division;

    @Parameter(description = "Only volunteers with this status.")
    @QueryParam("status")
    VolunteerStatus status;

    @Parameter(description = "The whole name.")
    @QueryParam("name")
    @Size(min = 2, max = 50)
    String name;

    @Parameter(description = "The whole phone number.")
    @QueryParam("phone")
    @Size(max = 40)
    String phone;

    @Parameter(description = "The number of the volunteer.")
    @QueryParam("number")
    @Size(max = 40)
    String number;

    String division() {
        return division;
    }

    VolunteerStatus status() {
        return status;
    }

    String name() {
        return name;
    }

    String phone() {
        return phone;
    }

    String number() {
        return number;
    }
}
