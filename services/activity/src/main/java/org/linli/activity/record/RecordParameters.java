package org.linli.activity.record;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;

/** Query parameters of lists of records. */
public class RecordParameters {
    @QueryParam("volunteerId")
    UUID volunteerId;

    @QueryParam("requestId")
    UUID requestId;

    @Parameter(description = "Digits that the division code begins with, 2 to 15.")
    @QueryParam("division")
    @Pattern(regexp = "\\d{2,15}")
    String division;

    @QueryParam("status")
    RecordStatus status;

    @Parameter(description = "First day of service, Asia/Shanghai.")
    @QueryParam("from")
    LocalDate from;

    @Parameter(description = "Last day of service, Asia/Shanghai.")
    @QueryParam("to")
    LocalDate to;

    RecordFilter filter() {
        return new RecordFilter(volunteerId, requestId, division, status, from, to);
    }
}
