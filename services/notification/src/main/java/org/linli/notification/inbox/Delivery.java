package org.linli.notification.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.contracts.registration.RecipientState;
import org.linli.contracts.registration.TeamState;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.event.Batch;
import org.linli.notification.message.Draft;
import org.linli.notification.message.Drafting;

/** Brings drafts to the inboxes of their readers, in the transaction of the batch that caused them. */
@ApplicationScoped
public class Delivery {
    private final Readers readers;
    private final InboxRows inbox;
    private final WaitingMessages waiting;
    private final Drafting drafting;

    @Inject
    Delivery(Readers readers, InboxRows inbox, WaitingMessages waiting, Drafting drafting) {
        this.readers = readers;
        this.inbox = inbox;
        this.waiting = waiting;
        this.drafting = drafting;
    }

    /** One row of an inbox before it has a number. */
    record Letter(UUID accountId, Draft draft) {
        String details() {
            return new JsonObject(draft.details()).encode();
        }
    }

    /** Delivers drafts; one whose person is not known here yet waits. */
    public Uni<Void> deliver(SqlConnection connection, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return readers.names(connection, drafts)
                .map(names -> drafts.stream().map(draft -> named(draft, names)).toList())
                .chain(named -> readers.of(connection, named)
                        .chain(found -> inbox.insert(connection, letters(named, found))
                                .chain(() -> waiting.keep(connection, unread(named, found)))));
    }

    /** What registration's batch itself tells, and what waited for somebody it made known. */
    public Uni<Void> deliverWaiting(SqlConnection connection, Batch batch) {
        List<Draft> told = batch.events().stream()
                .flatMap(received -> drafting.of(received).stream())
                .toList();
        return deliver(connection, told)
                .chain(() -> waiting.take(connection, madeKnown(batch)))
                .chain(drafts -> deliver(connection, drafts));
    }

    /** Delivers what was kept a moment ago and has found a reader since: two topics are read side by side. */
    Uni<Void> sweep(SqlConnection connection) {
        return waiting.recent(connection)
                .chain(kept -> kept.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : readers.of(connection, kept)
                                .chain(found -> inbox.insert(connection, letters(kept, found))
                                        .chain(() -> waiting.forget(connection, told(kept, found)))));
    }

    private static List<Draft> told(List<Draft> kept, List<Readers.Reader> found) {
        return found.stream()
                .map(Readers.Reader::position)
                .distinct()
                .map(kept::get)
                .toList();
    }

    private static List<UUID> madeKnown(Batch batch) {
        List<UUID> ids = new ArrayList<>();
        batch.of(told -> told.state(VolunteerState.class))
                .forEach(told -> ids.add(told.value().volunteerId()));
        batch.of(told -> told.state(RecipientState.class))
                .forEach(told -> ids.add(told.value().recipientId()));
        batch.of(told -> told.state(TeamState.class))
                .forEach(told -> ids.add(told.value().teamId()));
        return ids.stream().distinct().toList();
    }

    private static Draft named(Draft draft, Map<String, String> names) {
        Map<String, Object> details = new TreeMap<>(draft.details());
        if (draft.division() != null) {
            details.put("divisionName", names.getOrDefault(draft.division(), draft.division()));
        }
        Object team = details.get("teamId");
        details.putIfAbsent("team", team == null ? "" : names.getOrDefault(team.toString(), ""));
        return new Draft(
                draft.audience(),
                draft.audienceId(),
                draft.division(),
                draft.eventId(),
                draft.kind(),
                draft.subjectType(),
                draft.subjectId(),
                details,
                draft.happenedAt());
    }

    private static List<Letter> letters(List<Draft> drafts, List<Readers.Reader> found) {
        return found.stream()
                .map(reader -> new Letter(reader.accountId(), drafts.get(reader.position())))
                .toList();
    }

    private static List<Draft> unread(List<Draft> drafts, List<Readers.Reader> found) {
        Set<Integer> read = found.stream().map(Readers.Reader::position).collect(Collectors.toSet());
        List<Draft> unread = new ArrayList<>();
        for (int position = 0; position < drafts.size(); position++) {
            if (!read.contains(position) && drafts.get(position).waits()) {
                unread.add(drafts.get(position));
            }
        }
        return unread;
    }
}
