package org.linli.points.redemption;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.linli.points.PointsRefusal;

/**
 * The stock of offers. Whether one is left is decided by one conditional statement, last of all in the transaction: its
 * row is the hottest, and everything that can be refused was refused before.
 */
@ApplicationScoped
class Shelf {
    private static final String LOOK = """
            select o.id, o.merchant_id, o.division, o.unit, o.price, o.version, o.status = 'PUBLISHED' as published,
              m.status = 'ACTIVE' as merchant_active, c.redeemable, o.per_person, o.per_month, o.first_days,
              o.valid_from, o.valid_until, s.total - s.held - s.fulfilled as left_over,
              coalesce(starts_with(v.division, o.audience), false) as for_home,
              not o.by_invitation or exists (select from offer_invitation i
                where i.offer_id = o.id and i.volunteer_id = $2) as invited,
              coalesce((select t.total - t.held - t.fulfilled from offer_stock t
                where t.offer_id = o.id and t.period = $3), o.per_month) as left_this_month
            from offer o join merchant m on m.id = o.merchant_id join points_scheme c on c.unit = o.unit
              join offer_stock s on s.offer_id = o.id and s.period = ''
              left join volunteer_copy v on v.volunteer_id = $2
            where o.id = $1
            """;
    // an offer that says something else by now, or a shop that was suspended meanwhile, gives nothing
    static final String TAKE = """
            update offer_stock s set held = s.held + 1
            from offer o join merchant m on m.id = o.merchant_id
            where s.offer_id = $1 and s.period = '' and s.held + s.fulfilled < s.total
              and o.id = s.offer_id and o.version = $2 and o.status = 'PUBLISHED' and m.status = 'ACTIVE'
            """;
    // a limit that came in the middle of a month counts what was taken before; the one that is taken now comes after
    private static final String BEGIN_MONTH = """
            insert into offer_stock (offer_id, period, total, held, fulfilled)
            select $1, $2, greatest($3::int, (count(*) filter (where status in ('HELD', 'FULFILLED')))::int),
              count(*) filter (where status = 'HELD'), count(*) filter (where status = 'FULFILLED')
            from redemption where offer_id = $1 and period = $2 and id <> $4
            on conflict do nothing
            """;
    private static final String TAKE_OF_MONTH = "update offer_stock set held = held + 1"
            + " where offer_id = $1 and period = $2 and held + fulfilled < total";
    private static final String LEFT =
            "select total - held - fulfilled as left_over from offer_stock" + " where offer_id = $1 and period = ''";
    // first the row of everything, then that of the month, as when it was taken; in a statement of its own: a month
    // that
    // somebody limited while the first one waited is there only for a statement that begins after that
    static final String END = "update offer_stock set held = held - 1, fulfilled = fulfilled + $3"
            + " where offer_id = $1 and period = $2";

    /** An offer as it stands for a volunteer; empty if there is none. */
    Uni<Optional<OnSale>> look(SqlConnection connection, UUID offerId, UUID volunteerId, YearMonth month) {
        return connection
                .preparedQuery(LOOK)
                .execute(Tuple.of(offerId, volunteerId, month.toString()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Shelf::onSale)
                        .findFirst());
    }

    /** Takes one for a redemption that is written already; answers null, or why not. */
    Uni<PointsRefusal> take(SqlConnection connection, OnSale offer, Redemption taken, YearMonth month) {
        return connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(offer.offerId(), offer.version()))
                .chain(rows -> {
                    if (rows.rowCount() == 0) {
                        return whyNot(connection, offer);
                    }
                    return offer.perMonth() == null
                            ? countInMonth(connection, offer, month.toString())
                            : takeOfMonth(connection, offer, taken, month.toString());
                });
    }

    /** A month that was limited before goes on counting: what is taken now will be given back to it, too. */
    private static Uni<PointsRefusal> countInMonth(SqlConnection connection, OnSale offer, String month) {
        return connection
                .preparedQuery(TAKE_OF_MONTH)
                .execute(Tuple.of(offer.offerId(), month))
                .map(rows -> null);
    }

    private static Uni<PointsRefusal> takeOfMonth(
            SqlConnection connection, OnSale offer, Redemption taken, String month) {
        return connection
                .preparedQuery(BEGIN_MONTH)
                .execute(Tuple.of(offer.offerId(), month, offer.perMonth(), taken.id()))
                .chain(() -> connection.preparedQuery(TAKE_OF_MONTH).execute(Tuple.of(offer.offerId(), month)))
                .map(rows -> rows.rowCount() == 0 ? PointsRefusal.SOLD_OUT_THIS_MONTH : null);
    }

    private static Uni<PointsRefusal> whyNot(SqlConnection connection, OnSale offer) {
        return connection
                .preparedQuery(LEFT)
                .execute(Tuple.of(offer.offerId()))
                .map(rows -> rows.iterator().next().getInteger("left_over") <= 0
                        ? PointsRefusal.SOLD_OUT
                        : PointsRefusal.OFFER_CHANGED);
    }

    /** One that was set aside is handed over, or lies on the shelf again. */
    Uni<Void> end(SqlConnection connection, Redemption redemption, boolean handedOver) {
        int fulfilled = handedOver ? 1 : 0;
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(redemption.offerId(), "", fulfilled))
                .chain(() -> connection
                        .preparedQuery(END)
                        .execute(Tuple.of(redemption.offerId(), redemption.period(), fulfilled)))
                .replaceWithVoid();
    }

    private static OnSale onSale(Row row) {
        return new OnSale(
                row.getUUID("id"),
                row.getUUID("merchant_id"),
                row.getString("division"),
                row.getString("unit"),
                row.getLong("price"),
                row.getLong("version"),
                row.getBoolean("published"),
                row.getBoolean("merchant_active"),
                row.getBoolean("redeemable"),
                row.getBoolean("for_home"),
                row.getBoolean("invited"),
                row.getInteger("per_person"),
                row.getInteger("per_month"),
                row.getInteger("first_days"),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_until"),
                row.getInteger("left_over"),
                row.getInteger("left_this_month"));
    }
}
