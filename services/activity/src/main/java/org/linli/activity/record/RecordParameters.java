package org.linli.activity.record;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;

/** Query parameters of lists of records. */
public class RecordParameters {
    @QueryParam("volunteerId")
    UUID volunteerId;

    @QueryParam("requestId")
    UUID requestId;

    @QueryParam("sessionId")
    UUID sessionId;

    @Parameter(description = "Only those below this division, 12 digits.")
    @QueryParam("division")
    @Pattern(regexp = "\\d{12}")
    String division;

    @QueryParam("status")
    RecordStatus status;

    @Parameter(description = "First day of service, Asia/Shanghai.")
    @QueryParam("from")
    LocalDate from;

    @Parameter(description = "Last day of service, Asia/Shanghai.")
    @QueryParam("to")
    LocalDate to;

    /** The division below which records are wanted; null for any. */
    DivisionCode division() {
        return division == null ? null : new DivisionCode(division);
    }

    /** What is wanted, with the digits that divisions below the wanted one share. */
    RecordFilter filter(String divisionPrefix) {
        return new RecordFilter(volunteerId, requestId, sessionId, divisionPrefix, status, from, to);
    }
}
