package org.linli.points.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** The lots of some accounts while acts are judged: what is taken from them, given back and opened. */
final class LotShelf {
    private final Map<UUID, Lot> byId = new HashMap<>();
    private final Map<UUID, TreeSet<Lot>> byAccount = new HashMap<>();
    private final Map<UUID, Lot> opened = new LinkedHashMap<>();
    private final List<Allocation> moved = new ArrayList<>();
    // numbers of new lots are given by PostgreSQL; until then they stand behind all others
    private long nextNumber = Long.MAX_VALUE / 2;

    LotShelf(List<Lot> lots) {
        lots.forEach(this::put);
    }

    /** Opens the lot of a credit. */
    void open(UUID postingId, UUID accountId, long amount, Instant expiresAt) {
        Lot lot = new Lot(postingId, accountId, nextNumber++, amount, amount, expiresAt, 0);
        opened.put(postingId, lot);
        put(lot);
    }

    /** Lots of an account with something left, in the order in which they are spent. */
    List<Lot> of(UUID accountId) {
        return byAccount.getOrDefault(accountId, new TreeSet<>(Lot.TO_SPEND)).stream()
                .filter(lot -> lot.remaining() > 0)
                .toList();
    }

    /** What may be spent: what is left in the lots that have not expired. */
    long spendable(UUID accountId, Instant now) {
        return of(accountId).stream()
                .filter(lot -> !lot.isExpired(now))
                .mapToLong(Lot::remaining)
                .sum();
    }

    /** Takes an amount from the lots that qualify, {@code first} before all others (null: none is preferred). */
    void take(UUID postingId, UUID accountId, long amount, UUID first, Predicate<Lot> qualifies) {
        Comparator<Lot> preferred = Comparator.comparing(lot -> !lot.id().equals(first));
        long left = amount;
        for (Lot lot : of(accountId).stream()
                .filter(qualifies)
                .sorted(preferred.thenComparing(Lot.TO_SPEND))
                .toList()) {
            long taken = Math.min(left, lot.remaining());
            if (taken > 0) {
                move(postingId, lot, taken);
                left -= taken;
            }
        }
        if (left > 0) {
            throw new IllegalStateException("the lots of a passbook hold less than its balance: " + accountId);
        }
    }

    /** Gives back to the same lots what a hold took. */
    void giveBack(UUID postingId, List<Allocation> taken) {
        taken.forEach(allocation -> move(postingId, byId.get(allocation.lotId()), -allocation.amount()));
    }

    /** Lots opened since the beginning, as they stand now. */
    List<Lot> opened() {
        return List.copyOf(opened.values());
    }

    /** Everything taken and given back, in order. */
    List<Allocation> moved() {
        return List.copyOf(moved);
    }

    private void move(UUID postingId, Lot lot, long amount) {
        Lot after = lot.less(amount);
        byAccount.get(lot.accountId()).remove(lot);
        put(after);
        opened.computeIfPresent(lot.id(), (id, before) -> after);
        moved.add(new Allocation(postingId, lot.id(), amount));
    }

    private void put(Lot lot) {
        byId.put(lot.id(), lot);
        byAccount
                .computeIfAbsent(lot.accountId(), account -> new TreeSet<>(Lot.TO_SPEND))
                .add(lot);
    }
}
