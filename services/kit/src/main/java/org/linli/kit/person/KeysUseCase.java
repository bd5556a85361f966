package org.linli.kit.person;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.crypto.FieldKeys;
import org.linli.kit.http.KitRefusal;

/**
 * What operators do with the keys of personal fields: make one, look what is left under each, throw an old one
 * away.
 */
@ApplicationScoped
class KeysUseCase {
    private static final String COUNT = """
            select encode(substring(%1$s from 2 for 4), 'hex'), count(*) from %2$s where length(%1$s) > 5 group by 1
            """;
    /** Kept answers are encrypted too; they go by themselves within a day. */
    private static final String ANSWERS = """
            select encode(substring(decode(body, 'base64') from 2 for 4), 'hex'), count(*) from idempotency
            where body is not null group by 1
            """;

    private final PersonalData data;
    private final FieldKeys keys;
    private final Reencryption reencryption;
    private final Audit audit;
    private final Duration settling;

    @Inject
    KeysUseCase(
            PersonalData data,
            FieldKeys keys,
            Reencryption reencryption,
            Audit audit,
            @ConfigProperty(name = "linli.keys.settling", defaultValue = "PT10M") Duration settling) {
        this.data = data;
        this.keys = keys;
        this.reencryption = reencryption;
        this.audit = audit;
        this.settling = settling;
    }

    /**
     * The keys.
     *
     * @param changedAt when one was made or thrown away last
     */
    record KeysView(List<KeyView> keys, Instant changedAt) {
        KeysView {
            keys = List.copyOf(keys);
        }
    }

    /**
     * One key.
     *
     * @param newest whether it encrypts what is written now
     * @param values how many stored values only this key reads
     */
    record KeyView(String id, boolean newest, long values) {}

    @WithSession
    Uni<Outcome<KeysView>> show(Caller caller) {
        return operator(caller) ? view().map(Outcome::done) : Steps.refused(KitRefusal.FORBIDDEN);
    }

    /** From now on a new key encrypts, and what is stored is encrypted anew in the background. */
    @WithTransaction
    Uni<Outcome<KeysView>> rotate(Caller caller) {
        if (!operator(caller)) {
            return Steps.refused(KitRefusal.FORBIDDEN);
        }
        if (!keys.changeable()) {
            return Steps.refused(KitRefusal.KEYS_READ_ONLY);
        }
        // first the work, then the key: if the transaction is lost, a key too many does no harm
        return reencryption
                .begin()
                .chain(() -> audit.record(caller, "keys.rotated", "fields", null, null))
                .invoke(keys::add)
                .chain(this::view)
                .map(Outcome::done);
    }

    /** Throws an old key away, if nothing that is stored needs it. */
    @WithTransaction
    Uni<Outcome<KeysView>> retire(Caller caller, String id) {
        if (!operator(caller)) {
            return Steps.refused(KitRefusal.FORBIDDEN);
        }
        if (!keys.changeable()) {
            return Steps.refused(KitRefusal.KEYS_READ_ONLY);
        }
        return view().map(all -> judge(all, id))
                .chain(judged -> Steps.keep(
                        judged,
                        key -> audit.record(caller, "keys.retired", key.id(), null, null)
                                .invoke(() -> keys.remove(key.id()))
                                .chain(this::view)));
    }

    private Outcome<KeyView> judge(KeysView all, String id) {
        KeyView key = all.keys().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
        if (key == null) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        if (key.newest()) {
            return Outcome.refused(KitRefusal.KEY_STILL_NEWEST);
        }
        // real time, as the file has it: a transaction that began before may still write with the old key
        if (all.changedAt().plus(settling).isAfter(Instant.now())) {
            return Outcome.refused(KitRefusal.KEY_STILL_SETTLING);
        }
        return key.values() > 0
                ? Outcome.refused(KitRefusal.KEY_IN_USE, null, Map.of("values", key.values()))
                : Outcome.done(key);
    }

    private Uni<KeysView> view() {
        Map<String, Long> counts = new HashMap<>();
        List<String> statements = Stream.concat(
                        data.sealed().stream().map(one -> COUNT.formatted(one.column(), one.table())),
                        Stream.of(ANSWERS))
                .toList();
        return Multi.createFrom()
                .iterable(statements)
                .onItem()
                .transformToUniAndConcatenate(statement -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(statement, Object[].class)
                                .getResultList())
                        .invoke(rows -> rows.forEach(
                                row -> counts.merge((String) row[0], ((Number) row[1]).longValue(), Long::sum))))
                .collect()
                .last()
                .map(last -> new KeysView(
                        keys.all().stream()
                                .map(key -> new KeyView(key.id(), key.newest(), counts.getOrDefault(key.id(), 0L)))
                                .toList(),
                        keys.changedAt()));
    }

    private static boolean operator(Caller caller) {
        return caller.holdsAnywhere(Role.PLATFORM_OPERATOR);
    }
}
