package org.linli.activity.request;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.activity.RequestStatus;

/** Which orders of those that the caller may know. Use as {@code @Valid @BeanParam}. */
public class RequestFilter {
    private static final String STATUS =
            "SUBMITTED|REJECTED|VERIFIED|DISPATCHED|ACCEPTED|IN_SERVICE|COMPLETED|CANCELLED";

    @Parameter(description = "Only those that stand here.")
    @QueryParam("status")
    @Pattern(regexp = STATUS)
    String status;

    @Parameter(description = "Only those below this division, 12 digits.")
    @QueryParam("division")
    @Pattern(regexp = "\\d{12}")
    String division;

    @Parameter(description = "Only those ordered for the caller, or offered to or served by the caller.")
    @QueryParam("mine")
    @DefaultValue("false")
    boolean mine;

    RequestStatus status() {
        return status == null ? null : RequestStatus.valueOf(status);
    }

    DivisionCode division() {
        return division == null ? null : new DivisionCode(division);
    }

    boolean mine() {
        return mine;
    }
}
