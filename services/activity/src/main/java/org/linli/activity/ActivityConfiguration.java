package org.linli.activity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Local policy of activity: every number a city may want different. Keys begin with {@code linli.activity}. */
@ConfigMapping(prefix = "linli.activity")
public interface ActivityConfiguration {

    /** How orders for help are handled. */
    Request request();

    /** Keys {@code linli.activity.request.*}. */
    interface Request {

        /** How long an offer waits for an answer before the order goes back to the pool. */
        @WithDefault("PT30M")
        Duration offerExpiresAfter();

        /** How long an order may go without being taken, counted from submission, before the next level is shown it. */
        @WithDefault("PT4H")
        Duration escalateAfter();

        /** With how many stars at the most the recipient's review lets an order be opened again. */
        @WithDefault("2")
        @Min(1)
        @Max(5)
        int reopenUpToStars();

        /** How many volunteers, and how many teams, are suggested for one order. */
        @WithDefault("20")
        @Min(1)
        @Max(200)
        int candidates();
    }
}
