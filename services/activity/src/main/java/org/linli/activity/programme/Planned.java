package org.linli.activity.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.linli.contracts.AgeBand;
import org.linli.contracts.ServiceCategory;
import org.linli.kit.Outcome;

/**
 * What somebody plans, as it is written and read. Whoever recruits tells truly, accurately and completely what is done,
 * and its risks (志愿服务条例 art. 12).
 *
 * @param category entry of the dictionary 8+N
 * @param title what it is called
 * @param description what is done, and what to mind
 * @param bring what to bring; may be left out
 * @param contact whom to ask and how; encrypted, and shown to those who serve or hold it; may be left out
 * @param place where
 * @param ageBands who may take part by age; everybody if left out
 * @param skills codes of skills of which one has all; none if left out
 * @param teamOnly whether only members of the team may take part; no if left out
 * @param risky whether it may endanger a person; no if left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Planned(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String category,
        @NotBlank @Size(max = 100) String title,
        @NotBlank @Size(max = 4000) String description,
        @Size(max = 500) String bring,
        @Size(max = 200) String contact,
        @NotNull @Valid PublicPlace place,
        @Size(max = 6) List<@NotNull AgeBand> ageBands,
        @Size(max = 10) List<@NotNull @Pattern(regexp = "[\\p{L}\\p{N}_.-]{1,40}") String> skills,
        Boolean teamOnly,
        Boolean risky) {
    Planned {
        ageBands = kept(ageBands);
        skills = kept(skills);
        teamOnly = Boolean.TRUE.equals(teamOnly);
        risky = Boolean.TRUE.equals(risky);
    }

    // not copyOf: a null inside is for validation to name, not a failure here
    private static <T> List<T> kept(List<T> given) {
        return given == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(given));
    }

    /** This as a plan, its category counting as one of the nine kinds; refused if it is for the wrong people. */
    Outcome<Plan> plan(ServiceCategory kind) {
        Plan plan = new Plan(
                category,
                kind,
                title,
                description,
                bring,
                place.address(),
                place.longitude(),
                place.latitude(),
                new String[0],
                skills.stream().distinct().toArray(String[]::new),
                teamOnly,
                risky);
        return plan.forAges(ageBands);
    }

    /** A plan as it is read. */
    static Planned of(Plan plan, String contact) {
        return new Planned(
                plan.categoryCode(),
                plan.title(),
                plan.description(),
                plan.bring(),
                contact,
                new PublicPlace(plan.address(), plan.longitude(), plan.latitude()),
                plan.ages(),
                plan.skillsNeeded(),
                plan.teamOnly(),
                plan.risky());
    }
}
