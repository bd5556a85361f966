package org.linli.activity.record;

import java.util.List;
import java.util.UUID;
import org.linli.activity.ActivityRoles;
import org.linli.kit.access.Caller;

/**
 * The records a caller may list.
 *
 * @param volunteerId one's own; null if the caller is no volunteer
 * @param teams those of teams the caller leads
 * @param prefixes those in divisions that begin so
 * @param stations those of stations
 */
record RecordScope(UUID volunteerId, List<UUID> teams, List<String> prefixes, List<UUID> stations) {
    RecordScope {
        teams = List.copyOf(teams);
        prefixes = List.copyOf(prefixes);
        stations = List.copyOf(stations);
    }

    static RecordScope of(Caller caller, List<UUID> teams) {
        return new RecordScope(
                caller.volunteerId(),
                teams,
                caller.scopes(ActivityRoles.READERS),
                caller.stations(ActivityRoles.COORDINATORS));
    }
}
