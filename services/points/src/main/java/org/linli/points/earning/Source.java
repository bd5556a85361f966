package org.linli.points.earning;

import java.time.LocalDate;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;
import org.linli.points.rule.Naming;

/**
 * Something that may earn points. Sealed, so that a new kind of source is weighed in every place that weighs them.
 */
sealed interface Source {
    /** The event that tells of it. */
    UUID eventId();

    /** Its CloudEvents type. */
    String type();

    /** What it is about: a service record or a request. */
    UUID causeId();

    /** Who may earn. */
    UUID volunteerId();

    /**
     * Hours that count (时长).
     *
     * @param minutes whole minutes for which rules apply; of the record itself these may be a part
     * @param day the day of service, by which the rule is chosen
     * @param earnsPoints whether rules apply at all: not for what was entered or imported afterwards
     * @param replaces the record whose points are taken back; null for an original
     * @param partOf the activity and project it was part of
     */
    record Service(
            UUID eventId,
            String type,
            UUID causeId,
            UUID volunteerId,
            ServiceCategory category,
            int minutes,
            LocalDate day,
            boolean earnsPoints,
            UUID replaces,
            Naming partOf)
            implements Source {}

    /** A review by the recipient (好评); {@code round} counts from 1 and grows when the request is reopened. */
    record Review(
            UUID eventId,
            String type,
            UUID causeId,
            UUID volunteerId,
            ServiceCategory category,
            int stars,
            int round,
            LocalDate day)
            implements Source {}

    /** A completed request (完成工单). A reopened one that is completed again earns nothing a second time. */
    record Completion(
            UUID eventId, String type, UUID causeId, UUID volunteerId, ServiceCategory category, LocalDate day)
            implements Source {}
}
