package org.linli.activity.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.activity.programme.Programme;
import org.linli.kit.work.DueWorkHandler;

/**
 * Each night the sessions of another day come within reach, and those of provisional days go where a newer calendar has
 * them. Ends with the series, or with its activity.
 */
@ApplicationScoped
class SeriesWork implements DueWorkHandler {
    private final SeriesRows rows;
    private final Programme programme;
    private final CalendarNews news;
    private final Materialisation materialisation;

    @Inject
    SeriesWork(SeriesRows rows, Programme programme, CalendarNews news, Materialisation materialisation) {
        this.rows = rows;
        this.programme = programme;
        this.news = news;
        this.materialisation = materialisation;
    }

    @Override
    public String kind() {
        return Materialisation.DUE;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        UUID id = UUID.fromString(subject);
        return rows.activityOf(id)
                .chain(activityId -> activityId == null ? Uni.createFrom().nullItem() : programme.stillOpen(activityId))
                .chain(activity -> activity == null
                        ? Uni.createFrom().voidItem()
                        : rows.lock(id)
                                .chain(series -> news.follow(series, activity)
                                        .chain(() -> materialisation.make(
                                                series, activity, materialisation.advance(series, activity)))
                                        .chain(() -> materialisation.again(series))));
    }
}
