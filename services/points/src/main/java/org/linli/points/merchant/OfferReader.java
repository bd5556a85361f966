package org.linli.points.merchant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.linli.contracts.Role;
import org.linli.contracts.points.OfferState.OfferStatus;
import org.linli.kit.access.Caller;

/** Reads offers with what is left of them. */
@ApplicationScoped
class OfferReader {
    private static final String OFFERS = """
            select o.id, o.merchant_id, m.name as merchant_name, o.division, o.audience, o.title, o.description,
              o.unit, o.price, o.stock, o.per_person, o.per_month, o.first_days, o.by_invitation,
              o.valid_from, o.valid_until, o.status,
              o.version, least(s.total - s.held - s.fulfilled,
                coalesce((select t.total - t.held - t.fulfilled from offer_stock t
                  where t.offer_id = o.id and t.period = $1), o.per_month)) as left_over
            from offer o join merchant m on m.id = o.merchant_id
              join offer_stock s on s.offer_id = o.id and s.period = ''
            """;
    private static final String ONE = OFFERS + " where o.id = $2";
    private static final String PAGE = OFFERS + """
             where o.status = 'PUBLISHED' and m.status = 'ACTIVE' and $2 between o.valid_from and o.valid_until
              and ($3::text is null or starts_with($3, o.audience)) and ($4::uuid is null or o.merchant_id = $4)
              and ($5::text is null or o.unit = $5) and o.id > $6
              and (not o.by_invitation or exists (select from offer_invitation i
                where i.offer_id = o.id and i.volunteer_id = $8)
                or exists (select from unnest($9::text[]) decided (digits) where starts_with(o.division, digits))
                or exists (select from till t where t.merchant_id = o.merchant_id and t.account_id = $10
                    and t.closed_at is null)
                  and exists (select from unnest($11::text[]) sells (digits) where starts_with(o.division, digits)))
            order by o.id limit $7
            """;
    private static final String HOME = "select division from volunteer_copy where volunteer_id = $1";

    private final Pool pool;

    @Inject
    OfferReader(Pool pool) {
        this.pool = pool;
    }

    /**
     * Which offers somebody looks for; any part may be null.
     *
     * @param home division of whoever wants something
     * @param merchantId of one shop
     * @param unit paid in one unit
     * @param caller who looks: what is by invitation is shown to those who are invited, to those who decide about
     *     offers there, and at the tills of its shop
     */
    record Wish(String home, UUID merchantId, String unit, Caller caller) {}

    Uni<Optional<OfferView>> find(UUID id, LocalDate today) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(YearMonth.from(today).toString(), id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OfferReader::view)
                        .findFirst());
    }

    /** What can be had today in the order of the ids, one more than the limit. */
    Uni<List<OfferView>> page(Wish wish, LocalDate today, UUID after, int limit) {
        Tuple parameters = Tuple.tuple()
                .addString(YearMonth.from(today).toString())
                .addLocalDate(today)
                .addString(wish.home())
                .addUUID(wish.merchantId())
                .addString(wish.unit())
                .addUUID(after)
                .addInteger(limit + 1)
                .addUUID(wish.caller().volunteerId())
                .addArrayOfString(MerchantRights.decided(wish.caller()).toArray(String[]::new))
                .addUUID(wish.caller().accountId())
                .addArrayOfString(wish.caller().scopes(Role.MERCHANT).toArray(String[]::new));
        return pool.preparedQuery(PAGE)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OfferReader::view)
                        .toList());
    }

    /** Where a volunteer lives; empty if nobody told. */
    Uni<Optional<String>> homeOf(UUID volunteerId) {
        return pool.preparedQuery(HOME)
                .execute(Tuple.of(volunteerId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("division"))
                        .filter(division -> division != null)
                        .findFirst());
    }

    private static OfferView view(Row row) {
        return new OfferView(
                row.getUUID("id"),
                row.getUUID("merchant_id"),
                row.getString("merchant_name"),
                row.getString("division"),
                row.getString("audience"),
                row.getString("title"),
                row.getString("description"),
                row.getString("unit"),
                row.getLong("price"),
                row.getInteger("stock"),
                row.getInteger("left_over"),
                row.getInteger("per_person"),
                row.getInteger("per_month"),
                row.getInteger("first_days"),
                row.getBoolean("by_invitation"),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_until"),
                OfferStatus.valueOf(row.getString("status")),
                row.getLong("version"));
    }
}
