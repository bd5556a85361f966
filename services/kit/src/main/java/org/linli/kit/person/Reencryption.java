package org.linli.kit.person;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.linli.kit.crypto.FieldCipher;
import org.linli.kit.crypto.FieldKeys;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWork;
import org.linli.kit.work.DueWorkHandler;

/**
 * Encrypts every value of the catalogue with the newest key, some rows in a transaction that also writes down where to
 * go on. A value that somebody changes meanwhile is left to them. Ends when a whole round found nothing left.
 */
@ApplicationScoped
class Reencryption implements DueWorkHandler {
    private static final String KIND = "keys.reencrypt";
    private static final int AT_ONCE = 200;
    /** Longer than another replica takes to see the new key, and than a transaction that wrote with the old one. */
    private static final Duration NEXT_ROUND = Duration.ofMinutes(1);

    private static final HexFormat HEX = HexFormat.of();
    private static final UUID BEGINNING = new UUID(0, 0);

    private static final String NEXT = """
            select %1$s, %2$s as row_id, encode(%3$s, 'hex') as sealed from %4$s
            where %1$s > :after and length(%3$s) > 5 and encode(substring(%3$s from 1 for 5), 'hex') <> :newest
            order by %1$s limit :limit
            """;
    private static final String ANY = """
            select exists (select from %1$s where length(%2$s) > 5
                and encode(substring(%2$s from 1 for 5), 'hex') <> :newest)
            """;
    private static final String REPLACE =
            "update %1$s set %2$s = decode(:sealed, 'hex')" + " where %3$s = :key and %2$s = decode(:before, 'hex')";

    private final PersonalData data;
    private final FieldCipher cipher;
    private final FieldKeys keys;
    private final DueWork dueWork;
    private final LinliClock clock;

    @Inject
    Reencryption(PersonalData data, FieldCipher cipher, FieldKeys keys, DueWork dueWork, LinliClock clock) {
        this.data = data;
        this.cipher = cipher;
        this.keys = keys;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** Begins for every encrypted column, in the current Hibernate session. */
    Uni<Void> begin() {
        Instant due = clock.now().plus(FieldKeys.SEEN_AFTER);
        return Multi.createFrom()
                .iterable(data.sealed())
                .onItem()
                .transformToUniAndConcatenate(column -> schedule(column, BEGINNING, due))
                .collect()
                .last();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        int bar = subject.indexOf('|');
        UUID after = UUID.fromString(subject.substring(bar + 1));
        return data.sealed().stream()
                .filter(column -> column.name().equals(subject.substring(0, bar)))
                .findFirst()
                .map(column -> round(column, after))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> round(SealedColumn column, UUID after) {
        return next(column, after)
                .chain(rows -> Panache.getSession()
                        .chain(Upkeep::allowed)
                        .chain(() -> Multi.createFrom()
                                .iterable(rows)
                                .onItem()
                                .transformToUniAndConcatenate(row -> renew(column, row))
                                .collect()
                                .last())
                        .chain(() -> rows.size() < AT_ONCE
                                ? again(column)
                                : schedule(column, (UUID) rows.getLast()[0], clock.now())));
    }

    private Uni<List<Object[]>> next(SealedColumn column, UUID after) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                NEXT.formatted(column.key(), column.row(), column.column(), column.table()),
                                Object[].class)
                        .setParameter("after", after)
                        .setParameter("newest", HEX.formatHex(keys.newestPrefix()))
                        .setParameter("limit", AT_ONCE)
                        .getResultList());
    }

    private Uni<Integer> renew(SealedColumn column, Object[] row) {
        String before = (String) row[2];
        String text = cipher.decrypt(HEX.parseHex(before), column.table(), row[1], column.field());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                REPLACE.formatted(column.table(), column.column(), column.key()))
                        .setParameter(
                                "sealed", HEX.formatHex(cipher.encrypt(text, column.table(), row[1], column.field())))
                        .setParameter("key", row[0])
                        .setParameter("before", before)
                        .executeUpdate());
    }

    /** The end of a round: another one if anything is left, or was written with an old key meanwhile. */
    private Uni<Void> again(SealedColumn column) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                ANY.formatted(column.table(), column.column()), Boolean.class)
                        .setParameter("newest", HEX.formatHex(keys.newestPrefix()))
                        .getSingleResult())
                .chain(left -> left
                        ? schedule(column, BEGINNING, clock.now().plus(NEXT_ROUND))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> schedule(SealedColumn column, UUID after, Instant due) {
        return dueWork.schedule(KIND, column.name() + "|" + after, due);
    }
}
