package org.linli.points.merchant;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.YearMonth;
import java.util.UUID;

/** Offers in the database, and how many there are of each; how many are taken is counted by redemptions. */
@ApplicationScoped
class OfferRepository implements PanacheRepositoryBase<Offer, UUID> {

    /** An offer, its row locked until the transaction ends; null if there is none. */
    Uni<Offer> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Puts the stock of a new offer on the shelf. */
    Uni<Void> stock(Offer offer) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into offer_stock (offer_id, period, total, held, fulfilled)"
                                        + " values (:offer, '', :total, 0, 0)")
                        .setParameter("offer", offer.id())
                        .setParameter("total", offer.stock())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Changes how many there are in all; false if more than that are taken already. */
    Uni<Boolean> restock(UUID offer, int total) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update offer_stock set total = :total"
                                + " where offer_id = :offer and period = '' and held + fulfilled <= :total")
                        .setParameter("offer", offer)
                        .setParameter("total", total)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** Changes how many there are in each month that has begun: at least those that are taken; null for no limit. */
    Uni<Void> restockMonths(UUID offer, Integer total) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update offer_stock set total = greatest(cast(:total as int), held + fulfilled)"
                                        + " where offer_id = :offer and period <> ''")
                        .setParameter("offer", offer)
                        .setParameter("total", total == null ? Integer.MAX_VALUE : total)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** How many are left, in a month if that is limited. */
    Uni<Integer> left(Offer offer, YearMonth month) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select min(total - held - fulfilled) from offer_stock"
                                        + " where offer_id = :offer and period in ('', :month)",
                                Integer.class)
                        .setParameter("offer", offer.id())
                        .setParameter("month", month.toString())
                        .getSingleResult())
                .map(left -> offer.perMonth() == null ? left : Math.min(left, offer.perMonth()));
    }

    /** Whether there is such a unit, and whether offers may be priced in it; null if there is none. */
    Uni<Boolean> isRedeemable(String unit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select redeemable from points_scheme where unit = :unit", Boolean.class)
                        .setParameter("unit", unit)
                        .getResultList())
                .map(found -> found.isEmpty() ? null : found.getFirst());
    }
}
