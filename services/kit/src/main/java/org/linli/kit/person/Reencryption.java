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
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.linli.kit.crypto.FieldCipher;
import org.linli.kit.crypto.FieldKeys;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWork;
import org.linli.kit.work.DueWorkHandler;

/**
 * Encrypts every value of the catalogue with the newest key, some rows in a transaction that also writes down where to
 * go on. A value that somebody changes meanwhile is left to them; one that does not decrypt is counted, named in the
 * log and left, and its key stays. Ends when a whole round found nothing else left.
 */
@ApplicationScoped
class Reencryption implements DueWorkHandler {
    private static final Logger LOG = Logger.getLogger(Reencryption.class);
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
    private static final String LEFT = """
            select count(*) from %1$s where length(%2$s) > 5
                and encode(substring(%2$s from 1 for 5), 'hex') <> :newest
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

    /**
     * Where a round through a column stands.
     *
     * @param after key of the last row that was looked at
     * @param unreadable how many values of this round do not decrypt
     */
    private record Place(String column, UUID after, long unreadable) {
        static Place beginningOf(SealedColumn column) {
            return new Place(column.name(), BEGINNING, 0);
        }

        static Place read(String subject) {
            String[] parts = subject.split("\\|");
            return new Place(parts[0], UUID.fromString(parts[1]), parts.length > 2 ? Long.parseLong(parts[2]) : 0);
        }

        @Override
        public String toString() {
            return column + "|" + after + "|" + unreadable;
        }
    }

    /** Begins for every encrypted column, in the current Hibernate session. */
    Uni<Void> begin() {
        Instant due = clock.now().plus(FieldKeys.SEEN_AFTER);
        return Multi.createFrom()
                .iterable(data.sealed())
                .onItem()
                .transformToUniAndConcatenate(column -> schedule(Place.beginningOf(column), due))
                .collect()
                .last();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        Place place = Place.read(subject);
        return data.sealed().stream()
                .filter(column -> column.name().equals(place.column()))
                .findFirst()
                .map(column -> round(column, place))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> round(SealedColumn column, Place place) {
        return next(column, place.after())
                .chain(rows -> Panache.getSession()
                        .chain(Upkeep::allowed)
                        .chain(() -> Multi.createFrom()
                                .iterable(rows)
                                .onItem()
                                .transformToUniAndConcatenate(row -> renew(column, row))
                                .filter(readable -> !readable)
                                .collect()
                                .with(Collectors.counting()))
                        .chain(unreadable -> goOn(column, rows, place.unreadable() + unreadable)));
    }

    private Uni<Void> goOn(SealedColumn column, List<Object[]> rows, long unreadable) {
        return rows.size() < AT_ONCE
                ? again(column, unreadable)
                : schedule(new Place(column.name(), (UUID) rows.getLast()[0], unreadable), clock.now());
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

    /** False if the value does not decrypt. */
    private Uni<Boolean> renew(SealedColumn column, Object[] row) {
        String before = (String) row[2];
        String text;
        try {
            text = cipher.decrypt(HEX.parseHex(before), column.table(), row[1], column.field());
        } catch (IllegalStateException broken) {
            LOG.errorf("%s: the value of row %s does not decrypt and keeps its key", column.name(), row[1]);
            return Uni.createFrom().item(false);
        }
        return replace(column, row, before, text).replaceWith(true);
    }

    private Uni<Integer> replace(SealedColumn column, Object[] row, String before, String text) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                REPLACE.formatted(column.table(), column.column(), column.key()))
                        .setParameter(
                                "sealed", HEX.formatHex(cipher.encrypt(text, column.table(), row[1], column.field())))
                        .setParameter("key", row[0])
                        .setParameter("before", before)
                        .executeUpdate());
    }

    /** The end of a round: another one if anything readable is left, or was written with an old key meanwhile. */
    private Uni<Void> again(SealedColumn column, long unreadable) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LEFT.formatted(column.table(), column.column()), Long.class)
                        .setParameter("newest", HEX.formatHex(keys.newestPrefix()))
                        .getSingleResult())
                .chain(left -> {
                    if (left > unreadable) {
                        return schedule(Place.beginningOf(column), clock.now().plus(NEXT_ROUND));
                    }
                    if (left > 0) {
                        LOG.errorf("%s: %d values do not decrypt; their keys cannot be retired", column.name(), left);
                    }
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> schedule(Place place, Instant due) {
        return dueWork.schedule(KIND, place, due);
    }
}
