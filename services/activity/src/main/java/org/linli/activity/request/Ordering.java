package org.linli.activity.request;

import java.time.Instant;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.ActivityRoles;
import org.linli.activity.copy.DivisionCopy;
import org.linli.activity.copy.RecipientCopy;
import org.linli.activity.copy.StationCopy;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;

/** Rules of ordering help: who may order for whom, for when, where and by which station. */
final class Ordering {
    private Ordering() {}

    /**
     * For whom, and how it came in.
     *
     * @param recipientId for whom
     * @param channel how
     */
    record Party(UUID recipientId, Channel channel) {}

    /** A recipient orders by SELF for nobody else; anybody else who orders must handle orders somewhere. */
    static Outcome<Party> party(Caller caller, UUID recipientId, Channel channel) {
        UUID forWhom = recipientId == null && channel != Channel.PROXY && channel != Channel.PHONE
                ? caller.recipientId()
                : recipientId;
        if (forWhom == null) {
            return Outcome.refused(ActivityRefusal.RECIPIENT_MISSING, "recipientId");
        }
        boolean own = forWhom.equals(caller.recipientId());
        Channel by = channel == null && own ? Channel.SELF : channel;
        if (by == null || by == Channel.SELF && !own) {
            return Outcome.refused(ActivityRefusal.CHANNEL_NOT_YOURS, "channel");
        }
        return by == Channel.SELF || caller.holdsAnywhere(ActivityRoles.COORDINATORS)
                ? Outcome.done(new Party(forWhom, by))
                : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    /** The recipient must still be enrolled, and a station orders only within its scope. */
    static Outcome<RecipientCopy> recipient(Caller caller, Party party, RecipientCopy recipient) {
        boolean inScope = party.channel() == Channel.SELF
                || caller.holdsForStation(
                        recipient.stationId(), community(recipient.division()), ActivityRoles.COORDINATORS);
        if (!inScope) {
            return Outcome.refused(KitRefusal.FORBIDDEN);
        }
        return recipient.active()
                ? Outcome.done(recipient)
                : Outcome.refused(ActivityRefusal.RECIPIENT_INACTIVE, "recipientId");
    }

    /** A wanted time has an end after its beginning and in the future. */
    static Outcome<Void> time(Instant from, Instant until, Instant now) {
        boolean reversed = from != null && until != null && !until.isAfter(from);
        boolean past = until != null && !until.isAfter(now);
        return reversed || past
                ? Outcome.refused(ActivityRefusal.TIME_WINDOW_INVALID, "wantedUntil")
                : Outcome.done(null);
    }

    /** Help is ordered for a community, not for a street or a district. */
    static Outcome<DivisionCode> community(DivisionCopy division) {
        return division.level() == DivisionLevel.COMMUNITY || division.level() == DivisionLevel.GRID
                ? Outcome.done(community(division.code()))
                : Outcome.refused(ActivityRefusal.DIVISION_NOT_A_COMMUNITY, "division");
    }

    /** The community of a code that may name a grid in it. */
    static DivisionCode community(DivisionCode code) {
        return new DivisionCode(DivisionLevel.COMMUNITY.prefixOf(code.value()));
    }

    /** A station that was named must serve the community. */
    static Outcome<UUID> station(StationCopy station, DivisionCode community) {
        return station.serves(community)
                ? Outcome.done(station.stationId())
                : Outcome.refused(ActivityRefusal.STATION_DOES_NOT_SERVE, "stationId");
    }
}
