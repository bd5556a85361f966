package org.linli.kit.http;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.linli.kit.access.Caller;
import org.linli.kit.access.Grant;

/**
 * What a caller may do at a moment, right by right, so that it can be kept beside an answer. When a grant ends is no
 * part of it: while it counts, it is the same right.
 *
 * @param rights one line each; names nobody, only ids
 */
record HeldRights(SortedSet<String> rights) {
    HeldRights {
        rights = Collections.unmodifiableSortedSet(new TreeSet<>(rights));
    }

    /** The rights of a caller now. */
    static HeldRights of(Caller caller) {
        SortedSet<String> rights =
                caller.grants().stream().map(HeldRights::line).collect(Collectors.toCollection(TreeSet::new));
        if (caller.volunteerId() != null) {
            rights.add("volunteer " + caller.volunteerId());
            if (caller.volunteerStatus() != null && caller.volunteerStatus().mayServe()) {
                rights.add("serves " + caller.volunteerId());
            }
        }
        if (caller.recipientId() != null) {
            rights.add("recipient " + caller.recipientId());
        }
        return new HeldRights(rights);
    }

    /** Rights that were written down. */
    static HeldRights read(String text) {
        return new HeldRights(text.lines().collect(Collectors.toCollection(TreeSet::new)));
    }

    /** To be written down. */
    String text() {
        return String.join("\n", rights);
    }

    /** Whether none of those other rights is missing here; having more is no fault. */
    boolean include(HeldRights others) {
        return rights.containsAll(others.rights);
    }

    private static String line(Grant grant) {
        return String.join(
                " ",
                grant.role().name(),
                "below:" + grant.divisionPrefix(),
                "station:" + grant.stationId(),
                "team:" + grant.teamId(),
                "activity:" + grant.activityId());
    }
}
