package org.linli.activity.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.linli.contracts.ServiceCategory;

/**
 * What a project is about; public from its publication on, and in no event.
 *
 * @param category kind of service
 * @param title what it is called
 * @param description what is wanted, for whom
 * @param asks what an organisation that claims it should bring; may be left out
 * @param claims how many organisations may have it at the same time
 * @param claimUntil last day on which it may be claimed; left out if any day will do
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectPlan(
        @NotNull @Enumerated(EnumType.STRING) ServiceCategory category,
        @NotBlank @Size(max = 100) String title,
        @NotBlank @Size(max = 4000) String description,
        @Size(max = 1000) String asks,
        @NotNull @Min(1) @Max(50) Integer claims,

        @Column(name = "claim_until") LocalDate claimUntil) {

    /** Whether somebody may still claim it on a day. */
    boolean claimableOn(LocalDate day) {
        return claimUntil == null || !day.isAfter(claimUntil);
    }
}
