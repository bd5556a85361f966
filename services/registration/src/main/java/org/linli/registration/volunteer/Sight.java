package org.linli.registration.volunteer;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.contracts.DivisionCode;
import org.linli.kit.access.Caller;
import org.linli.registration.Responsible;

/**
 * How far a caller sees volunteers: below the divisions of their roles, and where the stations serve for which alone
 * they hold one. Such a station sees whom it may ask to serve; deciding about them is for those whose role holds for
 * the division, because a volunteer belongs to no station (docs/decisions).
 *
 * @param covered the digits that all codes served by those stations share
 * @param wards minors for whom the caller stands as a guardian
 */
record Sight(Caller caller, List<String> covered, Set<UUID> wards) {
    Sight {
        covered = List.copyOf(covered);
        wards = Set.copyOf(wards);
    }

    /** Whether the caller stands for this volunteer. */
    boolean guards(UUID volunteerId) {
        return wards.contains(volunteerId);
    }

    /** Whether volunteers who live there are seen. */
    boolean reaches(DivisionCode division) {
        return caller.holds(division, Responsible.readers()) || covered.stream().anyMatch(division::isWithin);
    }

    /** The divisions whose volunteers are seen, as prefixes. */
    List<String> scopes() {
        return Stream.concat(caller.scopes(Responsible.readers()).stream(), covered.stream())
                .distinct()
                .toList();
    }
}
