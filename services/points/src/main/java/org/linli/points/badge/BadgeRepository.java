package org.linli.points.badge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Awards in the database. */
@ApplicationScoped
class BadgeRepository implements PanacheRepositoryBase<BadgeAward, UUID> {
    private static final String REVOKED = "revokedAt is not null and statusIndex >= ?1 and statusIndex < ?2";

    /** The award, its row locked until the transaction ends; null if there is none. */
    Uni<BadgeAward> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Badges of one person behind an id, one more than the limit: the ids are in the order of the awards. */
    Uni<List<BadgeAward>> page(UUID volunteerId, UUID after, int limit) {
        return find("volunteerId = ?1 and id > ?2 order by id", volunteerId, after)
                .range(0, limit)
                .list();
    }

    /** The community of a passbook's owner; null if there is no passbook. */
    Uni<String> divisionOf(UUID volunteerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select division from passbook where volunteer_id = :volunteer", String.class)
                        .setParameter("volunteer", volunteerId)
                        .getSingleResultOrNull());
    }

    /** How many of a list were revoked: enough to know whether it is still the one that was signed. */
    Uni<Long> revokedOf(long number) {
        return count(REVOKED, number * StatusList.PLACES, (number + 1) * StatusList.PLACES);
    }

    /** Those of a list that were revoked, as of the last time that one was. */
    Uni<StatusList> statusList(long number) {
        return find(REVOKED, number * StatusList.PLACES, (number + 1) * StatusList.PLACES)
                .list()
                .map(found -> new StatusList(
                        number,
                        found.stream()
                                .map(award -> StatusList.placeOf(award.statusIndex()))
                                .toList(),
                        found.stream()
                                .map(BadgeAward::revokedAt)
                                .max(Comparator.naturalOrder())
                                .orElse(StatusList.BEGINNING)));
    }

    /** The newest place that was given out. */
    Uni<Long> newestPlace() {
        return find("order by statusIndex desc")
                .firstResult()
                .map(newest -> newest == null ? 0L : newest.statusIndex());
    }
}
