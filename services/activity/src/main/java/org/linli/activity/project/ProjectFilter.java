package org.linli.activity.project;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ProjectStatus;

/** Which projects. Use as {@code @Valid @BeanParam}. */
public class ProjectFilter {
    @Parameter(description = "Only those that stand here; drafts only for those who look after their division.")
    @QueryParam("status")
    @DefaultValue("OPEN")
    @Pattern(regexp = "DRAFT|OPEN|CLOSED")
    String status;

    @Parameter(description = "Only those below this division.")
    @QueryParam("division")
    @Pattern(regexp = "\\d{12}(\\d{3})?")
    String division;

    @Parameter(description = "Only those of this kind of service.")
    @QueryParam("category")
    @Pattern(regexp = "MEALS|CLEANING|BATHING|MEDICAL_ESCORT|URGENT_ERRANDS|MOBILITY|REPAIRS|COMPANIONSHIP|OTHER")
    String category;

    ProjectStatus status() {
        return ProjectStatus.valueOf(status);
    }

    DivisionCode division() {
        return division == null ? null : new DivisionCode(division);
    }

    ServiceCategory category() {
        return category == null ? null : ServiceCategory.valueOf(category);
    }
}
