package org.linli.notification.preference;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.linli.notification.message.MessageGroup;

/** The table of preferences. Whoever has no row chose nothing. */
@ApplicationScoped
public class PreferenceRows {
    private static final String OF = "select * from notification_preference where account_id = any ($1)";
    private static final String OPEN = "insert into notification_preference (account_id) values ($1)"
            + " on conflict on constraint notification_preference_pk do nothing";
    private static final String LOCK = "select * from notification_preference where account_id = $1 for update";
    private static final String WRITE = """
            update notification_preference set language = $2, in_app = $3::text::jsonb, email = $4::text::jsonb,
                quiet_from = $5, quiet_until = $6, version = $7
            where account_id = $1
            """;

    /** The preferences of those among these accounts who chose something. */
    public Uni<Map<UUID, Preferences>> of(SqlClient client, Collection<UUID> accounts) {
        return client.preparedQuery(OF)
                .execute(Tuple.of(accounts.stream().distinct().toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Preferences> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getUUID("account_id"), preferences(row)));
                    return found;
                });
    }

    /** The preferences of one account, locked until the transaction ends. */
    Uni<Preferences> lock(SqlClient connection, UUID account) {
        return connection
                .preparedQuery(OPEN)
                .execute(Tuple.of(account))
                .chain(() -> connection.preparedQuery(LOCK).execute(Tuple.of(account)))
                .map(rows -> preferences(rows.iterator().next()));
    }

    Uni<Void> write(SqlClient connection, UUID account, Preferences chosen) {
        QuietHours quiet = chosen.quietHours();
        return connection
                .preparedQuery(WRITE)
                .execute(Tuple.from(Arrays.asList(
                        account,
                        chosen.language().toLanguageTag(),
                        json(chosen.inApp()).encode(),
                        json(chosen.email()).encode(),
                        quiet == null ? null : quiet.from(),
                        quiet == null ? null : quiet.until(),
                        chosen.version())))
                .replaceWithVoid();
    }

    private static Preferences preferences(Row row) {
        QuietHours quiet = row.getLocalTime("quiet_from") == null
                ? null
                : new QuietHours(row.getLocalTime("quiet_from"), row.getLocalTime("quiet_until"));
        return new Preferences(
                Locale.forLanguageTag(row.getString("language")),
                choice(row.getJsonObject("in_app")),
                choice(row.getJsonObject("email")),
                quiet,
                row.getLong("version"));
    }

    private static JsonObject json(ChannelChoice choice) {
        JsonObject groups = new JsonObject();
        choice.groups().forEach((group, on) -> groups.put(group.name(), on));
        JsonObject kinds = new JsonObject();
        choice.kinds().forEach(kinds::put);
        return new JsonObject().put("groups", groups).put("kinds", kinds);
    }

    private static ChannelChoice choice(JsonObject json) {
        Map<MessageGroup, Boolean> groups = new EnumMap<>(MessageGroup.class);
        JsonObject chosen = json.getJsonObject("groups", new JsonObject());
        for (MessageGroup group : MessageGroup.values()) {
            if (chosen.containsKey(group.name())) {
                groups.put(group, chosen.getBoolean(group.name()));
            }
        }
        Map<String, Boolean> kinds = new HashMap<>();
        JsonObject single = json.getJsonObject("kinds", new JsonObject());
        single.fieldNames().forEach(kind -> kinds.put(kind, single.getBoolean(kind)));
        return new ChannelChoice(groups, kinds);
    }
}
