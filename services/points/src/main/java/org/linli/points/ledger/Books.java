package org.linli.points.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.points.PointsRefusal;
import org.linli.points.ledger.Verdict.Posted;
import org.linli.points.ledger.Verdict.Refused;
import org.linli.points.ledger.Verdict.Replayed;

/**
 * The books (账簿) of some passbooks under lock: judges one act after the other and gathers what is to be written. Every
 * rule of the ledger stands here, in memory; the database repeats the two it can check by itself (a floored balance, a
 * posting id that is unique).
 */
public final class Books {
    static final String EXPIRY = "EXPIRY";
    static final String REVERSAL = "REVERSAL";
    static final String CLAIM = "CLAIM";

    private final Snapshot before;
    private final Instant now;
    private final Map<UUID, Long> balances;
    private final Map<Snapshot.Day, Long> earned;
    private final Map<UUID, Known> known;
    private final Map<UUID, List<Allocation>> holds = new HashMap<>();
    private final LotShelf lots;
    private final List<Posting> postings = new ArrayList<>();

    Books(Snapshot snapshot, Instant now) {
        this.before = snapshot;
        this.now = now;
        this.balances = new HashMap<>(snapshot.balances());
        this.earned = new HashMap<>(snapshot.earned());
        this.known = new HashMap<>(snapshot.known());
        this.lots = new LotShelf(snapshot.lots());
        snapshot.allocations().forEach(this::remember);
    }

    /** The passbook of a volunteer; null if none was opened. */
    public Passbook passbook(UUID volunteerId) {
        return before.passbooks().get(volunteerId);
    }

    /** Hundredths in an account right now, postings of this round included. */
    public long balance(Account account) {
        return balances.getOrDefault(account.id(), 0L);
    }

    /** Posts what a rule gives, as far as the cap of the day allows; a claim is paid from it at once. */
    public Verdict earn(Earning earning) {
        Account passbook = earning.passbook();
        Account issuer = Account.issuer(passbook(earning.volunteerId()).division(), earning.unit());
        Snapshot.Day day = new Snapshot.Day(passbook.id(), earning.valueDate());
        long soFar = earned.getOrDefault(day, 0L);
        long room = earning.dayCap() == null ? Long.MAX_VALUE : earning.dayCap() - soFar;
        long amount = Math.min(earning.claimed(), Math.max(room, 1));
        Posting posting = new Posting(
                earning.postingId(),
                earning.entry(),
                PostingKind.EARNED,
                issuer,
                passbook,
                amount,
                earning.claimed(),
                earning.rule(),
                earning.causeId(),
                earning.valueDate(),
                null,
                null);
        if (known.containsKey(posting.id())) {
            return replay(posting);
        }
        if (room <= 0) {
            return new Refused(PointsRefusal.CAP_REACHED);
        }
        earned.put(day, soFar + amount);
        lots.open(posting.id(), passbook.id(), amount, earning.expiresAt());
        return posted(posting, earning.volunteerId());
    }

    /** Sets an amount aside, from the lots that expire first. */
    public Verdict hold(Entry entry, UUID volunteerId, String unit, long amount, UUID causeId, LocalDate valueDate) {
        Account passbook = Account.passbook(volunteerId, unit);
        Account held = Account.held(volunteerId, unit);
        UUID id = Posting.idOf(causeId, PostingKind.HELD.name(), 0);
        Posting posting = new Posting(
                id, entry, PostingKind.HELD, passbook, held, amount, amount, null, causeId, valueDate, null, null);
        if (known.containsKey(id)) {
            return replay(posting);
        }
        if (lots.spendable(passbook.id(), now) < amount) {
            return new Refused(PointsRefusal.BALANCE_TOO_LOW);
        }
        lots.take(id, passbook.id(), amount, null, lot -> !lot.isExpired(now));
        lots.moved().stream()
                .filter(allocation -> allocation.postingId().equals(id))
                .forEach(this::remember);
        return posted(posting);
    }

    /** Hands over what was set aside. */
    public Verdict fulfil(Entry entry, UUID holdId, Account receiver) {
        return end(entry, holdId, PostingKind.FULFILLED, receiver);
    }

    /** Gives back what was set aside, to the same lots: what has expired meanwhile expires. */
    public Verdict lapse(Entry entry, UUID holdId) {
        Known hold = known.get(holdId);
        return end(
                entry,
                holdId,
                PostingKind.LAPSED,
                hold == null ? null : hold.posting().debit());
    }

    private Verdict end(Entry entry, UUID holdId, PostingKind how, Account receiver) {
        Known hold = known.get(holdId);
        if (hold == null || hold.posting().kind() != PostingKind.HELD) {
            return new Refused(PointsRefusal.POSTING_UNKNOWN);
        }
        Posting held = hold.posting();
        UUID id = Posting.idOf(holdId, how.name(), 0);
        Posting posting = new Posting(
                id,
                entry,
                how,
                held.credit(),
                receiver,
                held.amount(),
                held.amount(),
                null,
                holdId,
                held.valueDate(),
                null,
                holdId);
        if (id.equals(hold.settledBy())) {
            return known.containsKey(id) ? replay(posting) : new Replayed(id);
        }
        if (hold.settledBy() != null) {
            return new Refused(PointsRefusal.HOLD_ENDED);
        }
        known.put(holdId, new Known(held, hold.reversedBecause(), id));
        if (how == PostingKind.LAPSED) {
            lots.giveBack(id, holds.getOrDefault(holdId, List.of()));
            return posted(posting, UUID.fromString(receiver.owner()));
        }
        return posted(posting);
    }

    /**
     * Gives an amount to another passbook: one posting for each lot that it comes from, so that what is given lasts no
     * longer than it would have.
     */
    public Verdict transfer(
            Entry entry, UUID from, UUID to, String unit, long amount, UUID causeId, LocalDate valueDate) {
        Account giver = Account.passbook(from, unit);
        Account receiver = Account.passbook(to, unit);
        if (known.containsKey(transferId(causeId, 0))) {
            return new Replayed(transferId(causeId, 0));
        }
        if (lots.spendable(giver.id(), now) < amount) {
            return new Refused(PointsRefusal.BALANCE_TOO_LOW);
        }
        List<Posting> done = new ArrayList<>();
        long left = amount;
        for (Lot lot : lots.of(giver.id())) {
            long part = lot.isExpired(now) ? 0 : Math.min(left, lot.remaining());
            if (part > 0) {
                UUID id = transferId(causeId, done.size());
                Posting posting = given(entry, id, PostingKind.TRANSFERRED, giver, receiver, part, causeId, valueDate);
                lots.take(id, giver.id(), part, lot.id(), any -> any.id().equals(lot.id()));
                lots.open(id, receiver.id(), part, lot.expiresAt());
                left -= part;
                done.add(posting);
                posted(posting, to);
            }
        }
        return new Posted(done);
    }

    /** Gives an amount to a charity fund, from the lots that expire first. */
    public Verdict donate(Entry entry, UUID from, Account fund, long amount, UUID causeId, LocalDate valueDate) {
        Account giver = Account.passbook(from, fund.unit());
        UUID id = Posting.idOf(causeId, PostingKind.DONATED.name(), 0);
        Posting posting = given(entry, id, PostingKind.DONATED, giver, fund, amount, causeId, valueDate);
        if (known.containsKey(id)) {
            return replay(posting);
        }
        if (lots.spendable(giver.id(), now) < amount) {
            return new Refused(PointsRefusal.BALANCE_TOO_LOW);
        }
        lots.take(id, giver.id(), amount, null, lot -> !lot.isExpired(now));
        return posted(posting);
    }

    /** What a volunteer may spend right now: what has expired and still waits for its posting does not count. */
    public long spendable(UUID volunteerId, String unit) {
        return lots.spendable(Account.passbook(volunteerId, unit).id(), now);
    }

    private static UUID transferId(UUID causeId, int ordinal) {
        return Posting.idOf(causeId, PostingKind.TRANSFERRED.name(), ordinal);
    }

    private static Posting given(
            Entry entry,
            UUID id,
            PostingKind kind,
            Account from,
            Account to,
            long amount,
            UUID causeId,
            LocalDate valueDate) {
        return new Posting(id, entry, kind, from, to, amount, amount, null, causeId, valueDate, null, null);
    }

    /** Since when points that have ended wait for their posting; empty if none do. */
    public Optional<Instant> endedSince(UUID volunteerId, String unit) {
        return lots.of(Account.passbook(volunteerId, unit).id()).stream()
                .filter(lot -> lot.isExpired(now))
                .map(Lot::expiresAt)
                .min(Comparator.naturalOrder());
    }

    /** Ends the lots of a passbook whose time is over. */
    public Verdict expire(Entry entry, UUID volunteerId, String unit, LocalDate valueDate) {
        Account passbook = Account.passbook(volunteerId, unit);
        Account expired = Account.expired(passbook(volunteerId).division(), unit);
        List<Posting> done = new ArrayList<>();
        for (Lot lot : lots.of(passbook.id())) {
            if (lot.isExpired(now)) {
                // a lot can end twice: a hold may give back to it after its time
                UUID id = Posting.idOf(lot.id(), EXPIRY, lot.moves());
                long amount = lot.remaining();
                done.add(new Posting(
                        id,
                        entry,
                        PostingKind.EXPIRED,
                        passbook,
                        expired,
                        amount,
                        amount,
                        null,
                        lot.id(),
                        valueDate,
                        null,
                        null));
                lots.take(id, passbook.id(), amount, lot.id(), any -> any.id().equals(lot.id()));
            }
        }
        done.forEach(this::add);
        return new Posted(done);
    }

    /**
     * Takes back what a rule gave. What the passbook still holds goes back to the issuer; for what was already spent a
     * claim is recorded, which later credits pay (docs/decisions).
     *
     * @param volunteerId whom the act is about; what somebody else was given is not taken back, even if that passbook
     *     is open here too for something else: of it only as much was read as that needs
     */
    public Verdict reverse(Entry entry, UUID volunteerId, UUID postingId, UUID causeId) {
        Known original = known.get(postingId);
        if (original == null) {
            return new Refused(PointsRefusal.POSTING_UNKNOWN);
        }
        Posting earnedBefore = original.posting();
        if (earnedBefore.kind() != PostingKind.EARNED
                || !earnedBefore.credit().owner().equals(volunteerId.toString())
                || passbook(volunteerId) == null) {
            return new Refused(PointsRefusal.POSTING_NOT_REVERSIBLE);
        }
        if (original.reversedBecause() != null) {
            return original.reversedBecause().equals(causeId)
                    ? new Replayed(postingId)
                    : new Refused(PointsRefusal.POSTING_ALREADY_REVERSED);
        }
        Account passbook = earnedBefore.credit();
        long there = Math.min(balance(passbook), earnedBefore.amount());
        List<Posting> done = new ArrayList<>();
        if (there > 0) {
            Posting back = back(entry, earnedBefore, PostingKind.REVERSED, passbook, there, causeId, 0);
            lots.take(back.id(), passbook.id(), there, postingId, lot -> true);
            done.add(back);
        }
        if (there < earnedBefore.amount()) {
            Account claim = Account.claim(volunteerId, passbook.unit());
            long spent = earnedBefore.amount() - there;
            done.add(back(entry, earnedBefore, PostingKind.CLAIMED, claim, spent, causeId, 1));
        }
        done.forEach(this::add);
        known.put(postingId, new Known(earnedBefore, causeId, null));
        earned.computeIfPresent(
                new Snapshot.Day(passbook.id(), earnedBefore.valueDate()), (day, sum) -> sum - earnedBefore.amount());
        return new Posted(done);
    }

    private static Posting back(
            Entry entry, Posting original, PostingKind kind, Account from, long amount, UUID causeId, int ordinal) {
        return new Posting(
                Posting.idOf(original.id(), REVERSAL, ordinal),
                entry,
                kind,
                from,
                original.debit(),
                amount,
                amount,
                original.rule(),
                causeId,
                original.valueDate(),
                original.id(),
                null);
    }

    /** What is to be written. */
    public Changes changes() {
        return new Changes(now, before.passbooks(), postings, lots.opened(), lots.moved());
    }

    private Verdict replay(Posting posting) {
        byte[] hash = known.get(posting.id()).posting().contentHash();
        return Arrays.equals(hash, posting.contentHash())
                ? new Replayed(posting.id())
                : new Refused(PointsRefusal.POSTING_DIFFERS);
    }

    private Verdict posted(Posting posting) {
        add(posting);
        return new Posted(List.of(posting));
    }

    /** A credit to a passbook first pays what its owner owes. */
    private Verdict posted(Posting credit, UUID volunteerId) {
        add(credit);
        Account claim = Account.claim(volunteerId, credit.unit());
        long owed = -balance(claim);
        long paid = Math.min(owed, balance(credit.credit()));
        if (paid <= 0) {
            return new Posted(List.of(credit));
        }
        Posting payment = new Posting(
                Posting.idOf(credit.id(), CLAIM, 0),
                credit.entry(),
                PostingKind.SETTLED,
                credit.credit(),
                claim,
                paid,
                paid,
                null,
                credit.id(),
                credit.valueDate(),
                null,
                null);
        lots.take(payment.id(), credit.credit().id(), paid, null, lot -> true);
        add(payment);
        return new Posted(List.of(credit, payment));
    }

    private void add(Posting posting) {
        balances.merge(posting.debit().id(), -posting.amount(), Long::sum);
        balances.merge(posting.credit().id(), posting.amount(), Long::sum);
        known.put(posting.id(), new Known(posting, null, null));
        postings.add(posting);
    }

    private void remember(Allocation allocation) {
        holds.computeIfAbsent(allocation.postingId(), hold -> new ArrayList<>()).add(allocation);
    }
}
