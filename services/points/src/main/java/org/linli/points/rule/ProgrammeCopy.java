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
    private static final String KEEP =
            "insert into programme_copy (id) select unnest($1::uuid[]) on conflict do nothing";

    /** Remembers what a batch of activity's events tells of. */
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        Stream<UUID> activities = batch.of(told -> told.state(ActivityState.class)).stream()
                .map(told -> told.value().activityId());
        Stream<UUID> projects = batch.of(told -> told.state(ProjectState.class)).stream()
                .map(told -> told.value().projectId());
        UUID[] ids = Stream.concat(activities, projects).distinct().sorted().toArray(UUID[]::new);
        return ids.length == 0
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(KEEP).execute(Tuple.of(ids)).replaceWithVoid();
    }
}
