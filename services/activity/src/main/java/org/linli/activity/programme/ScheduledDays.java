package org.linli.activity.programme;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Asks another feature on which days an activity still takes place. */
public interface ScheduledDays {

    /** Days (Asia/Shanghai) of sessions that are going on or to come, in order; in the current Hibernate session. */
    Uni<List<LocalDate>> of(UUID activity);
}
