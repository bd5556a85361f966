package org.linli.points.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the ledger must be, in the plainest form: one wallet a volunteer with a list of lots. Written without a look at
 * {@link Books}, and slow on purpose. Each act answers a word: posted, replayed, or the code of the refusal.
 */
final class LedgerModel {
    static final String POSTED = "posted";
    static final String REPLAYED = "replayed";

    static final class Slice {
        final UUID id;
        final Instant expiresAt;
        final int order;
        long left;

        Slice(UUID id, Instant expiresAt, int order, long left) {
            this.id = id;
            this.expiresAt = expiresAt;
            this.order = order;
            this.left = left;
        }
    }

    static final class Wallet {
        final List<Slice> slices = new ArrayList<>();
        long held;
        long owed;

        long balance() {
            return slices.stream().mapToLong(slice -> slice.left).sum();
        }
    }

    private record Gift(UUID volunteer, Earning earning, long amount, UUID undoneBy) {}

    private static final class Reserve {
        UUID volunteer;
        long amount;
        Map<Slice, Long> from;
        String end;
    }

    final Map<UUID, Wallet> wallets = new LinkedHashMap<>();
    final Map<UUID, Long> paid = new HashMap<>();
    private final Map<UUID, Gift> gifts = new HashMap<>();
    private final Map<UUID, Reserve> reserves = new HashMap<>();
    long expired;
    long donated;
    private int opened;

    String earn(Earning earning) {
        Gift before = gifts.get(earning.postingId());
        if (before != null) {
            boolean same = before.earning().claimed() == earning.claimed()
                    && before.earning().valueDate().equals(earning.valueDate());
            return same ? REPLAYED : "posting-differs";
        }
        long today = gifts.values().stream()
                .filter(gift -> gift.volunteer().equals(earning.volunteerId()) && gift.undoneBy() == null)
                .filter(gift -> gift.earning().valueDate().equals(earning.valueDate()))
                .mapToLong(Gift::amount)
                .sum();
        long amount =
                earning.dayCap() == null ? earning.claimed() : Math.min(earning.claimed(), earning.dayCap() - today);
        if (amount <= 0) {
            return "cap-reached";
        }
        gifts.put(earning.postingId(), new Gift(earning.volunteerId(), earning, amount, null));
        Wallet wallet = wallets.get(earning.volunteerId());
        wallet.slices.add(new Slice(earning.postingId(), earning.expiresAt(), opened++, amount));
        payDebt(wallet);
        return POSTED;
    }

    String hold(UUID holdId, UUID volunteer, long amount, Instant now) {
        Reserve before = reserves.get(holdId);
        if (before != null) {
            return before.amount == amount && before.volunteer.equals(volunteer) ? REPLAYED : "posting-differs";
        }
        Wallet wallet = wallets.get(volunteer);
        List<Slice> good = good(volunteer, now);
        if (good.stream().mapToLong(slice -> slice.left).sum() < amount) {
            return "balance-too-low";
        }
        Reserve reserve = new Reserve();
        reserve.volunteer = volunteer;
        reserve.amount = amount;
        reserve.from = drain(good, amount);
        reserves.put(holdId, reserve);
        wallet.held += amount;
        return POSTED;
    }

    String fulfil(UUID holdId, UUID merchant) {
        String answer = end(holdId, "fulfilled");
        if (answer.equals(POSTED)) {
            Reserve reserve = reserves.get(holdId);
            wallets.get(reserve.volunteer).held -= reserve.amount;
            paid.merge(merchant, reserve.amount, Long::sum);
        }
        return answer;
    }

    String lapse(UUID holdId) {
        String answer = end(holdId, "lapsed");
        if (answer.equals(POSTED)) {
            Reserve reserve = reserves.get(holdId);
            Wallet wallet = wallets.get(reserve.volunteer);
            wallet.held -= reserve.amount;
            reserve.from.forEach((slice, amount) -> slice.left += amount);
            payDebt(wallet);
        }
        return answer;
    }

    private String end(UUID holdId, String how) {
        Reserve reserve = reserves.get(holdId);
        if (reserve == null) {
            return "posting-unknown";
        }
        if (reserve.end != null) {
            return reserve.end.equals(how) ? REPLAYED : "hold-ended";
        }
        reserve.end = how;
        return POSTED;
    }

    String reverse(UUID postingId, UUID cause) {
        Gift gift = gifts.get(postingId);
        if (gift == null) {
            return reserves.containsKey(postingId) ? "posting-not-reversible" : "posting-unknown";
        }
        if (gift.undoneBy() != null) {
            return gift.undoneBy().equals(cause) ? REPLAYED : "posting-already-reversed";
        }
        gifts.put(postingId, new Gift(gift.volunteer(), gift.earning(), gift.amount(), cause));
        Wallet wallet = wallets.get(gift.volunteer());
        long back = Math.min(gift.amount(), wallet.balance());
        wallet.owed += gift.amount() - back;
        Slice own = wallet.slices.stream()
                .filter(slice -> slice.id.equals(postingId))
                .findFirst()
                .orElseThrow();
        long fromOwn = Math.min(own.left, back);
        own.left -= fromOwn;
        drain(wallet.slices, back - fromOwn);
        return POSTED;
    }

    String expire(UUID volunteer, Instant now) {
        for (Slice slice : wallets.get(volunteer).slices) {
            if (slice.expiresAt != null && !slice.expiresAt.isAfter(now)) {
                expired += slice.left;
                slice.left = 0;
            }
        }
        return POSTED;
    }

    /** What is given lasts as long as it would have; each part opens a lot under the id of its posting. */
    String transfer(UUID cause, UUID from, UUID to, long amount, Instant now) {
        List<Slice> good = good(from, now);
        if (good.stream().mapToLong(slice -> slice.left).sum() < amount) {
            return "balance-too-low";
        }
        int part = 0;
        for (Map.Entry<Slice, Long> taken : drain(good, amount).entrySet()) {
            UUID id = Posting.idOf(cause, "TRANSFERRED", part++);
            wallets.get(to).slices.add(new Slice(id, taken.getKey().expiresAt, opened++, taken.getValue()));
            payDebt(wallets.get(to));
        }
        return POSTED;
    }

    String donate(UUID from, long amount, Instant now) {
        List<Slice> good = good(from, now);
        if (good.stream().mapToLong(slice -> slice.left).sum() < amount) {
            return "balance-too-low";
        }
        drain(good, amount);
        donated += amount;
        return POSTED;
    }

    private List<Slice> good(UUID volunteer, Instant now) {
        return wallets.get(volunteer).slices.stream()
                .filter(slice -> slice.expiresAt == null || slice.expiresAt.isAfter(now))
                .toList();
    }

    private static void payDebt(Wallet wallet) {
        long pay = Math.min(wallet.owed, wallet.balance());
        drain(wallet.slices, pay);
        wallet.owed -= pay;
    }

    private static Map<Slice, Long> drain(List<Slice> slices, long amount) {
        Map<Slice, Long> taken = new LinkedHashMap<>();
        long missing = amount;
        for (Slice slice : slices.stream()
                .sorted(Comparator.comparing((Slice one) -> one.expiresAt == null ? Instant.MAX : one.expiresAt)
                        .thenComparing(one -> one.order))
                .toList()) {
            long take = Math.min(missing, slice.left);
            if (take > 0) {
                slice.left -= take;
                taken.put(slice, take);
                missing -= take;
            }
        }
        return taken;
    }

    /** A day that acts count for. */
    static LocalDate day(int number) {
        return LocalDate.of(2026, 3, 1).plusDays(number);
    }
}
