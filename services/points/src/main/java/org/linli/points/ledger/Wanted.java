package org.linli.points.ledger;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Which part of the ledger some acts concern: gathered before the books are opened. */
public final class Wanted {
    private final Set<String> units = new TreeSet<>();
    private final Set<UUID> volunteers = new HashSet<>();
    private final Set<UUID> spenders = new HashSet<>();
    private final Set<UUID> postings = new HashSet<>();
    private final Set<LocalDate> days = new HashSet<>();

    /** Wants nothing yet, of one unit; what is earned may add others. */
    public Wanted(String unit) {
        units.add(unit);
    }

    /** Something may be given. */
    public Wanted earning(Earning earning) {
        units.add(earning.unit());
        volunteers.add(earning.volunteerId());
        postings.add(earning.postingId());
        days.add(earning.valueDate());
        return this;
    }

    /** Something may be taken from a passbook. */
    public Wanted spending(UUID volunteerId) {
        volunteers.add(volunteerId);
        spenders.add(volunteerId);
        return this;
    }

    /** Something may be given to a passbook by another. */
    public Wanted receiving(UUID volunteerId) {
        volunteers.add(volunteerId);
        return this;
    }

    /** A posting may be there already: to be reversed or ended, or to recognise a replay. */
    public Wanted posting(UUID id) {
        postings.add(id);
        return this;
    }

    /** A hold with this cause may be made. */
    public Wanted hold(UUID volunteerId, UUID causeId) {
        return spending(volunteerId).posting(Posting.idOf(causeId, PostingKind.HELD.name(), 0));
    }

    /** A hold may be ended. */
    public Wanted ended(UUID volunteerId, UUID holdId) {
        return spending(volunteerId)
                .posting(holdId)
                .posting(Posting.idOf(holdId, PostingKind.FULFILLED.name(), 0))
                .posting(Posting.idOf(holdId, PostingKind.LAPSED.name(), 0));
    }

    UUID[] volunteers() {
        return volunteers.toArray(UUID[]::new);
    }

    /** Accounts whose balance decides. */
    UUID[] accounts() {
        return inEveryUnit((volunteer, unit) ->
                        Stream.of(Account.passbook(volunteer, unit), Account.claim(volunteer, unit)))
                .map(Account::id)
                .toArray(UUID[]::new);
    }

    UUID[] postings() {
        return postings.toArray(UUID[]::new);
    }

    LocalDate[] days() {
        return days.toArray(LocalDate[]::new);
    }

    UUID[] passbooks() {
        return inEveryUnit((volunteer, unit) -> Stream.of(Account.passbook(volunteer, unit)))
                .map(Account::id)
                .toArray(UUID[]::new);
    }

    /** Passbook accounts from which something may be taken, given the balances: also those whose owner owes. */
    UUID[] spending(Map<UUID, Long> balances) {
        return inEveryUnit((volunteer, unit) -> spenders.contains(volunteer)
                                || balances.getOrDefault(
                                                Account.claim(volunteer, unit).id(), 0L)
                                        < 0
                        ? Stream.of(Account.passbook(volunteer, unit))
                        : Stream.empty())
                .map(Account::id)
                .toArray(UUID[]::new);
    }

    private Stream<Account> inEveryUnit(BiFunction<UUID, String, Stream<Account>> accounts) {
        return volunteers.stream()
                .flatMap(volunteer -> units.stream().flatMap(unit -> accounts.apply(volunteer, unit)));
    }
}
