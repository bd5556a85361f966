package org.linli.points.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Makes up acts from a seed, applies each to the model and hands out what must be done to the ledger and what must come
 * of it. The same seed makes the same acts, ids included.
 */
final class RandomActs {
    static final String UNIT = PointsUnit.POINTS;
    private static final long CAP = 900;

    /** A fund of this run's own, so that what it holds is what this run gave. */
    final String fund = "fund-of-" + UUID.randomUUID();

    private final Random random;
    private final LedgerModel model;
    private final List<UUID> volunteers = new ArrayList<>();
    private final List<UUID> merchants = new ArrayList<>();
    private final List<Earning> earned = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private final List<Act> undone = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    RandomActs(long seed, LedgerModel model, int people) {
        this.random = new Random(seed);
        this.model = model;
        for (int person = 0; person < people; person++) {
            volunteers.add(id());
            model.wallets.put(volunteers.getLast(), new LedgerModel.Wallet());
        }
        merchants.add(id());
        merchants.add(id());
    }

    private record Hold(UUID id, UUID cause, UUID volunteer, long amount) {}

    /** Does one act to the books. */
    interface OnBooks {
        Verdict to(Books books);
    }

    /** An act, what the books must know for it, and the word of the model. */
    record Act(String name, java.util.function.Consumer<Wanted> wants, OnBooks act, String expected) {}

    List<UUID> volunteers() {
        return volunteers;
    }

    Instant now() {
        return now;
    }

    /** Acts of one transaction, in order. */
    List<Act> batch(int size) {
        now = now.plus(Duration.ofMinutes(random.nextInt(600)));
        List<Act> acts = new ArrayList<>();
        for (int act = 0; act < size; act++) {
            acts.add(next());
        }
        return acts;
    }

    private Act next() {
        int dice = random.nextInt(100);
        if (dice < 40 || earned.isEmpty()) {
            return earn("earn", fresh());
        }
        if (dice < 46) {
            return earn("replay", any(earned));
        }
        if (dice < 50) {
            return earn("differ", changed(any(earned)));
        }
        if (dice < 68) {
            return hold();
        }
        if (dice < 76) {
            return fulfil();
        }
        if (dice < 84) {
            return lapse();
        }
        if (dice < 91) {
            return reverse();
        }
        if (dice < 95) {
            return transfer();
        }
        return dice < 97 ? donate() : expire();
    }

    private Act earn(String name, Earning earning) {
        return new Act(name, wanted -> wanted.earning(earning), books -> books.earn(earning), model.earn(earning));
    }

    private Earning fresh() {
        Instant expires = random.nextInt(3) == 0 ? now.plus(Duration.ofHours(1 + random.nextInt(200))) : null;
        Earning earning = new Earning(
                Entry.causedBy(id()),
                any(volunteers),
                UNIT,
                new RuleReference("rule-" + random.nextInt(3), 1 + random.nextInt(2)),
                id(),
                random.nextInt(2),
                LedgerModel.day(random.nextInt(40)),
                1 + random.nextInt(400),
                random.nextInt(4) == 0 ? null : CAP,
                expires);
        earned.add(earning);
        return earning;
    }

    private Earning changed(Earning one) {
        return new Earning(
                Entry.causedBy(id()),
                one.volunteerId(),
                one.unit(),
                one.rule(),
                one.causeId(),
                one.ordinal(),
                one.valueDate(),
                one.claimed() + 1,
                null,
                null);
    }

    private Act hold() {
        boolean again = !holds.isEmpty() && random.nextInt(8) == 0;
        Hold old = again ? any(holds) : null;
        UUID cause = again ? old.cause() : id();
        UUID volunteer = again ? old.volunteer() : any(volunteers);
        long amount = again ? old.amount() + random.nextInt(2) : 1 + random.nextInt(500);
        UUID posting = Posting.idOf(cause, PostingKind.HELD.name(), 0);
        if (!again) {
            holds.add(new Hold(posting, cause, volunteer, amount));
        }
        Entry entry = Entry.causedBy(id());
        Instant at = now;
        return new Act(
                "hold",
                wanted -> wanted.hold(volunteer, cause),
                books -> books.hold(entry, volunteer, UNIT, amount, cause, LedgerModel.day(0)),
                model.hold(posting, volunteer, amount, at));
    }

    private Act fulfil() {
        Hold hold = holds.isEmpty() ? new Hold(id(), id(), any(volunteers), 1) : recent(holds);
        // a code is fulfilled again by the same merchant or not at all: the merchant follows from the hold
        UUID merchant = merchants.get(Math.floorMod(hold.id().hashCode(), merchants.size()));
        Entry entry = Entry.causedBy(id());
        return new Act(
                "fulfil",
                wanted -> wanted.ended(hold.volunteer(), hold.id()),
                books -> books.fulfil(entry, hold.id(), new Account(AccountKind.PAYABLE, merchant.toString(), UNIT)),
                model.fulfil(hold.id(), merchant));
    }

    private Act lapse() {
        Hold hold = holds.isEmpty() ? new Hold(id(), id(), any(volunteers), 1) : recent(holds);
        Entry entry = Entry.causedBy(id());
        return new Act(
                "lapse",
                wanted -> wanted.ended(hold.volunteer(), hold.id()),
                books -> books.lapse(entry, hold.id()),
                model.lapse(hold.id()));
    }

    private Act reverse() {
        boolean ofHold = !holds.isEmpty() && random.nextInt(10) == 0;
        boolean again = !undone.isEmpty() && random.nextInt(10) == 0;
        if (again) {
            Act before = any(undone);
            return before;
        }
        Earning earning = any(earned);
        UUID volunteer = ofHold ? holds.getLast().volunteer() : earning.volunteerId();
        UUID posting = ofHold ? holds.getLast().id() : earning.postingId();
        UUID cause = id();
        Entry entry = Entry.causedBy(id());
        String expected = model.reverse(posting, cause);
        if (expected.equals(LedgerModel.POSTED)) {
            undone.add(new Act(
                    "reverse again",
                    wanted -> wanted.spending(volunteer).posting(posting),
                    books -> books.reverse(entry, volunteer, posting, cause),
                    LedgerModel.REPLAYED));
        }
        return new Act(
                "reverse",
                wanted -> wanted.spending(volunteer).posting(posting),
                books -> books.reverse(entry, volunteer, posting, cause),
                expected);
    }

    private Act transfer() {
        UUID from = any(volunteers);
        UUID to = any(volunteers.stream().filter(one -> !one.equals(from)).toList());
        long amount = 1 + random.nextInt(500);
        UUID cause = id();
        Entry entry = Entry.causedBy(id());
        return new Act(
                "transfer",
                wanted -> wanted.spending(from).receiving(to),
                books -> books.transfer(entry, from, to, UNIT, amount, cause, LedgerModel.day(0)),
                model.transfer(cause, from, to, amount, now));
    }

    private Act donate() {
        UUID from = any(volunteers);
        long amount = 1 + random.nextInt(500);
        UUID cause = id();
        Entry entry = Entry.causedBy(id());
        return new Act(
                "donate",
                wanted -> wanted.spending(from),
                books -> books.donate(entry, from, Account.fund(fund, UNIT), amount, cause, LedgerModel.day(0)),
                model.donate(from, amount, now));
    }

    private Act expire() {
        UUID volunteer = any(volunteers);
        Entry entry = Entry.causedBy(id());
        return new Act(
                "expire",
                wanted -> wanted.spending(volunteer),
                books -> books.expire(entry, volunteer, UNIT, LedgerModel.day(0)),
                model.expire(volunteer, now));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Rather one of the last twenty: an old hold has ended long ago. */
    private <T> T recent(List<T> list) {
        return list.get(list.size() - 1 - random.nextInt(Math.min(20, list.size())));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
