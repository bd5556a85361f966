package org.linli.points.ledger;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Which part of the ledger some acts concern: gathered before the books are opened. */
public final class Wanted {
    private final String unit;
    private final Set<UUID> volunteers = new HashSet<>();
    private final Set<UUID> spenders = new HashSet<>();
    private final Set<UUID> postings = new HashSet<>();
    private final Set<LocalDate> days = new HashSet<>();

    /** Wants nothing yet, of one unit. */
    public Wanted(String unit) {
        this.unit = unit;
    }

    /** Something may be given. */
    public Wanted earning(Earning earning) {
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

    String unit() {
        return unit;
    }

    UUID[] volunteers() {
        return volunteers.toArray(UUID[]::new);
    }

    /** Accounts whose balance decides. */
    UUID[] accounts() {
        return volunteers.stream()
                .flatMap(volunteer -> Stream.of(
                        Account.passbook(volunteer, unit).id(),
                        Account.claim(volunteer, unit).id()))
                .toArray(UUID[]::new);
    }

    UUID[] postings() {
        return postings.toArray(UUID[]::new);
    }

    LocalDate[] days() {
        return days.toArray(LocalDate[]::new);
    }

    UUID[] passbooks() {
        return volunteers.stream()
                .map(volunteer -> Account.passbook(volunteer, unit).id())
                .toArray(UUID[]::new);
    }

    /** Passbook accounts from which something may be taken, given the balances: also those whose owner owes. */
    UUID[] spending(Map<UUID, Long> balances) {
        return volunteers.stream()
                .filter(volunteer -> spenders.contains(volunteer)
                        || balances.getOrDefault(Account.claim(volunteer, unit).id(), 0L) < 0)
                .map(volunteer -> Account.passbook(volunteer, unit).id())
                .toArray(UUID[]::new);
    }
}
