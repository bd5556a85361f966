package org.linli.activity.programme;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.activity.ActivityStatus;

/** Which activities. Use as {@code @Valid @BeanParam}. */
public class ActivityFilter {
    @Parameter(description = "Only those that stand here; drafts only for those who hold them.")
    @QueryParam("status")
    @DefaultValue("PUBLISHED")
    @Pattern(regexp = "DRAFT|PUBLISHED|CLOSED|CANCELLED")
    String status;

    @Parameter(description = "Only those below this division, 12 digits.")
    @QueryParam("division")
    @Pattern(regexp = "\\d{12}")
    String division;

    @Parameter(description = "Only those of this entry of the dictionary.")
    @QueryParam("category")
    @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}")
    String category;

    @Parameter(description = "Only those held for this project of the library.")
    @QueryParam("projectId")
    UUID projectId;

    @Parameter(description = "Only those that the caller made, or whose team the caller leads.")
    @QueryParam("mine")
    @DefaultValue("false")
    boolean mine;

    ActivityStatus status() {
        return ActivityStatus.valueOf(status);
    }

    DivisionCode division() {
        return division == null ? null : new DivisionCode(division);
    }

    String category() {
        return category;
    }

    UUID projectId() {
        return projectId;
    }

    boolean mine() {
        return mine;
    }
}
