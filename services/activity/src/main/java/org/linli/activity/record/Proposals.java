package org.linli.activity.record;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.activity.ActivityConfiguration;
import org.linli.activity.copy.Copies;
import org.linli.contracts.activity.PresenceState;
import org.linli.contracts.activity.PresenceState.PresenceProof;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.kit.Ids;
import org.linli.kit.time.LinliClock;
import org.linli.kit.time.WorkingCalendar;

/** Takes proven presence and proposes it as service. Works in the Hibernate transaction of whoever asks. */
@ApplicationScoped
public class Proposals {
    private final Copies copies;
    private final RecordLog log;
    private final LinliClock clock;
    private final WorkingCalendar calendar;
    private final int decideWithin;

    @Inject
    Proposals(
            Copies copies,
            RecordLog log,
            LinliClock clock,
            WorkingCalendar calendar,
            ActivityConfiguration configuration) {
        this.copies = copies;
        this.log = log;
        this.clock = clock;
        this.calendar = calendar;
        this.decideWithin = configuration.serviceRecords().decideWithinWorkingDays();
    }

    /**
     * Proposes the hours of a closed pair of check-in and check-out. Presence of less than a minute is no service:
     * there is nothing to count, and nothing is proposed.
     *
     * @param presence a pair that was closed
     * @param served what was served
     * @param account whose call closed the pair
     */
    public Uni<Void> propose(PresenceState presence, Served served, UUID account) {
        if (ServiceTime.wholeMinutes(presence.inAt(), presence.outAt()) == 0) {
            return Uni.createFrom().voidItem();
        }
        return teamOf(presence, served).chain(team -> propose(presence, served, team, account));
    }

    /** The team that was asked; if the volunteer was asked personally, the one for which the volunteer went. */
    private Uni<UUID> teamOf(PresenceState presence, Served served) {
        return served.teamId() != null
                ? Uni.createFrom().item(served.teamId())
                : copies.teamOf(presence.volunteerId(), served.division(), served.category())
                        .map(team -> team == null ? null : team.teamId());
    }

    private Uni<Void> propose(PresenceState presence, Served served, UUID team, UUID account) {
        Origin origin = new Origin(
                presence.volunteerId(),
                presence.requestId(),
                presence.sessionId(),
                presence.checkInId(),
                team,
                served.stationId(),
                presence.division(),
                served.category(),
                presence.inAt(),
                presence.outAt(),
                null,
                served.activityId(),
                served.projectId());
        Entry entry = new Entry(
                account, clock.now(), calendar.after(ServiceTime.dayOf(presence.inAt()), decideWithin), true, null);
        ServiceRecord proposal = ServiceRecord.propose(Ids.next(), origin, provenance(presence), entry);
        return log.begin(proposal, proposal.proposed(null)).replaceWithVoid();
    }

    static Provenance provenance(PresenceState presence) {
        if (proven(presence, PresenceProof.LEADER_LIST)) {
            return Provenance.LEADER_CONFIRMED;
        }
        if (proven(presence, PresenceProof.CLAIMED_OFFLINE)) {
            return Provenance.CLAIMED_OFFLINE;
        }
        return proven(presence, PresenceProof.CLOSED_BY_RULE) ? Provenance.CLOSED_BY_RULE : Provenance.SCANNED;
    }

    private static boolean proven(PresenceState presence, PresenceProof proof) {
        return presence.inBy() == proof || presence.outBy() == proof;
    }
}
