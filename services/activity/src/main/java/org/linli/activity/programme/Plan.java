package org.linli.activity.programme;

import static org.linli.activity.ActivityRefusal.RISKY_BARS_MINORS;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linli.contracts.AgeBand;
import org.linli.contracts.ServiceCategory;
import org.linli.kit.Outcome;

/**
 * What is to be done, where, and by whom: the part of an activity that a template keeps too. Everything in it is
 * public.
 *
 * @param categoryCode entry of the dictionary 8+N
 * @param category the kind of service that entry counts as
 * @param title what it is called
 * @param description what is done
 * @param bring what to bring; null if nothing
 * @param address where, as one would tell it to a visitor
 * @param longitude WGS84 degrees
 * @param latitude WGS84 degrees
 * @param ageBands names of {@link AgeBand}s that may take part; empty for everybody
 * @param skills codes of skills of which one has all
 * @param teamOnly whether only members of the team may take part
 * @param risky whether it may endanger a person
 */
@Embeddable
record Plan(
        @Column(name = "category_code") String categoryCode,
        @Enumerated(EnumType.STRING) ServiceCategory category,
        String title,
        String description,
        String bring,
        String address,
        double longitude,
        double latitude,
        @Column(name = "age_bands") String[] ageBands,
        String[] skills,
        @Column(name = "team_only") boolean teamOnly,
        boolean risky) {

    /** Who may take part by age, youngest first; empty for everybody. */
    List<AgeBand> ages() {
        return Arrays.stream(ageBands).map(AgeBand::valueOf).sorted().toList();
    }

    /** Codes of skills of which one has all. */
    List<String> skillsNeeded() {
        return List.of(skills);
    }

    /**
     * This plan for people of some ages. Nothing risky is for minors (志愿服务条例 art. 15; local law bars them from
     * rescue and hazardous work): without ages a risky plan is for adults, and with those of minors it is refused.
     */
    Outcome<Plan> forAges(List<AgeBand> wanted) {
        boolean minors = wanted.stream().anyMatch(band -> !band.adult());
        if (risky && minors) {
            return Outcome.refused(RISKY_BARS_MINORS, "ageBands");
        }
        List<AgeBand> ages = risky && wanted.isEmpty()
                ? Arrays.stream(AgeBand.values()).filter(AgeBand::adult).toList()
                : wanted.stream().distinct().sorted().toList();
        return Outcome.done(new Plan(
                categoryCode,
                category,
                title,
                description,
                bring,
                address,
                longitude,
                latitude,
                ages.stream().map(AgeBand::name).toArray(String[]::new),
                skills,
                teamOnly,
                risky));
    }

    /** What of another plan may no longer differ once people have signed up for this one; field names in order. */
    List<String> fixedDifferences(Plan other) {
        Map<String, Boolean> same = new LinkedHashMap<>();
        same.put("category", Objects.equals(categoryCode, other.categoryCode));
        same.put("title", Objects.equals(title, other.title));
        same.put("ageBands", ages().equals(other.ages()));
        same.put("skills", skillsNeeded().equals(other.skillsNeeded()));
        same.put("teamOnly", teamOnly == other.teamOnly);
        same.put("risky", risky == other.risky);
        return same.entrySet().stream()
                .filter(field -> !field.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
