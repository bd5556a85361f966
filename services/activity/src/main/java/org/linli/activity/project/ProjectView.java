package org.linli.activity.project;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.activity.ProjectStatus;
import org.linli.kit.http.Versioned;

/**
 * A project as everybody reads it.
 *
 * @param id the project
 * @param version travels as ETag
 * @param status where it stands
 * @param division where it is wanted, 12 digits; 15 of a grid
 * @param plan what it is about
 * @param granted how many organisations have it
 * @param madeAt when it was drafted
 * @param publishedAt since when everybody may know of it
 * @param endedAt when it was closed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectView(
        UUID id,
        @JsonIgnore long version,
        ProjectStatus status,
        String division,
        ProjectPlan plan,
        long granted,
        Instant madeAt,
        Instant publishedAt,
        Instant endedAt)
        implements Versioned {

    static ProjectView of(Project project, long granted) {
        return new ProjectView(
                project.id(),
                project.version(),
                project.status(),
                project.division().value(),
                project.plan(),
                granted,
                project.madeAt(),
                project.publishedAt(),
                project.endedAt());
    }
}
