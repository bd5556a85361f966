package org.linli.points.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.kit.event.OutboxRow;

/**
 * An event of a posting, prepared before its number and the balance are known.
 *
 * @param postingId the posting it tells of
 * @param volunteerId whose passbook
 * @param accountId the account whose balance it tells
 * @param row for the outbox, with {@link #UNKNOWN} in two places
 */
record Told(UUID postingId, UUID volunteerId, UUID accountId, OutboxRow row) {
    /** Stands in an event for what only PostgreSQL knows: its number and the balance. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final String PLACE = Long.toString(UNKNOWN);

    /** The events with their numbers; {@code last} is the number of the last one of each passbook. */
    static List<OutboxRow> finished(List<Told> events, List<Lines.Numbered> postings, Map<UUID, Long> last) {
        Map<UUID, Lines.Numbered> byId =
                postings.stream().collect(Collectors.toMap(one -> one.posting().id(), Function.identity()));
        Map<UUID, Long> next = new HashMap<>();
        events.forEach(event -> next.merge(event.volunteerId(), -1L, Long::sum));
        next.replaceAll((volunteer, negative) -> {
            if (!last.containsKey(volunteer)) {
                throw new IllegalArgumentException("there is no passbook of " + volunteer);
            }
            return last.get(volunteer) + negative;
        });
        List<OutboxRow> finished = new ArrayList<>(events.size());
        for (Told event : events) {
            long sequence = next.merge(event.volunteerId(), 1L, Long::sum);
            finished.add(event.with(sequence, byId.get(event.postingId())));
        }
        return finished;
    }

    private OutboxRow with(long sequence, Lines.Numbered numbered) {
        boolean debit = numbered.posting().debit().id().equals(accountId);
        long balance = debit ? numbered.debitBalance() : numbered.creditBalance();
        return new OutboxRow(
                row.topic(),
                row.key(),
                row.headers().replace(PLACE, Long.toString(sequence)),
                new String(row.data(), UTF_8)
                        .replace(PLACE, Long.toString(balance))
                        .getBytes(UTF_8));
    }
}
