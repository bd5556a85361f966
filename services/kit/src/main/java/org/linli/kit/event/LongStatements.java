package org.linli.kit.event;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.ArrayList;

/**
 * Lets the client keep prepared statements of any length. Its default keeps none above 2048 characters: the set-based
 * statements, which are the dearest to parse and to plan, would be sent, parsed and planned anew every time.
 */
@Singleton
public class LongStatements implements PgPoolCreator {
    /** Characters; longer than any statement that a person would write. */
    public static final int LONGEST = 32 * 1024;

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setPreparedStatementCacheSqlLimit(LONGEST));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(new ArrayList<SqlConnectOptions>(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
