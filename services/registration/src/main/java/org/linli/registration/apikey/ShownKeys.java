package org.linli.registration.apikey;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.kit.time.LinliClock;

/** Tells gateways what a key that somebody shows is worth. */
@ApplicationScoped
public class ShownKeys {
    private static final String FIND = "select id, secret_hash, resources, may_write, per_minute, until from api_key"
            + " where id = $1 and revoked_at is null and until > $2";
    private static final String USED = "update api_key set last_used_at = $2 where id = $1";
    private static final String ENDED_SINCE = "select id from api_key"
            + " where ended_at >= to_timestamp($1 / 1000.0) and ended_at > now() - interval '1 hour'";

    private final Pool pool;
    private final LinliClock clock;
    private final KeyTokens tokens;

    @Inject
    ShownKeys(Pool pool, LinliClock clock, KeyTokens tokens) {
        this.pool = pool;
        this.clock = clock;
        this.tokens = tokens;
    }

    /**
     * What a key is worth now.
     *
     * @param token shows services who calls
     * @param seconds how long it does
     * @param resources first parts of the paths that may be called
     * @param mayWrite whether something may be changed
     * @param perMinute how many calls a minute were agreed
     */
    record Worth(UUID id, String token, long seconds, List<String> resources, boolean mayWrite, int perMinute) {
        Worth {
            resources = List.copyOf(resources);
        }
    }

    /** Empty if it is none, or no longer. */
    Uni<Optional<Worth>> worthOf(String shown) {
        Optional<KeySecret> secret = KeySecret.read(shown);
        if (secret.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(secret.get().id(), now))
                .map(rows -> fitting(secret.get(), rows))
                .call(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : pool.preparedQuery(USED).execute(Tuple.of(secret.get().id(), now)));
    }

    /** Ids of keys revoked since a moment of the database's clock that some gateway may still remember. */
    public Uni<List<UUID>> endedSince(SqlClient connection, long sinceMilliseconds) {
        return connection
                .preparedQuery(ENDED_SINCE)
                .execute(Tuple.of(sinceMilliseconds))
                .map(rows -> {
                    List<UUID> ended = new ArrayList<>();
                    rows.forEach(row -> ended.add(row.getUUID("id")));
                    return ended;
                });
    }

    private Optional<Worth> fitting(KeySecret secret, RowSet<Row> rows) {
        if (rows.size() == 0
                || !secret.fits(rows.iterator().next().getBuffer("secret_hash").getBytes())) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        Instant until = row.getOffsetDateTime("until").toInstant();
        Duration left = Duration.between(clock.now(), until);
        Duration lasting = left.compareTo(KeyTokens.LASTING) < 0 ? left : KeyTokens.LASTING;
        return Optional.of(new Worth(
                secret.id(),
                tokens.of(secret.id(), lasting),
                lasting.toSeconds(),
                List.of(row.getString("resources").split(",")),
                row.getBoolean("may_write"),
                row.getInteger("per_minute")));
    }
}
