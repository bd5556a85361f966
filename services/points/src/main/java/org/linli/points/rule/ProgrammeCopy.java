package org.linli.points.rule;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.contracts.activity.ActivityState;
import org.linli.contracts.activity.ProjectState;
import org.linli.kit.event.Batch;

/** Remembers which activities and projects there are, so that no rule names one that is nowhere. */
@ApplicationScoped
public class ProgrammeCopy {
    private static final String KEEP = """
            insert into programme_copy (id, kind) select unnest($1::uuid[]), 'ACTIVITY'
            union all select unnest($2::uuid[]), 'PROJECT'
            on conflict do nothing
            """;

    /** Remembers what a batch of activity's events tells of. */
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        UUID[] activities = sorted(batch.of(told -> told.state(ActivityState.class)).stream()
                .map(told -> told.value().activityId()));
        UUID[] projects = sorted(batch.of(told -> told.state(ProjectState.class)).stream()
                .map(told -> told.value().projectId()));
        return activities.length + projects.length == 0
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(KEEP)
                        .execute(Tuple.of(activities, projects))
                        .replaceWithVoid();
    }

    private static UUID[] sorted(Stream<UUID> ids) {
        return ids.distinct().sorted().toArray(UUID[]::new);
    }
}
