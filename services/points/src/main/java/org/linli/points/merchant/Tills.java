package org.linli.points.merchant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.contracts.points.MerchantState.MerchantStatus;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;

/** Says who may act at which till, for those who work with the reactive client. */
@ApplicationScoped
public class Tills {
    private static final String FIND = """
            select m.division, m.status,
              exists (select from till t where t.merchant_id = m.id and t.account_id = $2 and t.closed_at is null)
                as linked
            from merchant m where m.id = $1
            """;

    /**
     * A shop as its till sees it.
     *
     * @param merchantId the shop
     * @param division where it stands
     * @param status where it stands with the platform
     * @param linked whether the sign-in in question was linked to it
     */
    public record AtTill(UUID merchantId, DivisionCode division, MerchantStatus status, boolean linked) {

        /** Whether the caller may act: linked to this shop, and with the role for its place, by registration. */
        public boolean isOpenTo(Caller caller) {
            return linked && caller.holds(division, Role.MERCHANT);
        }
    }

    /** The shop for its own tills and for the officials of its division; for others, why not. */
    public static Outcome<AtTill> shownTo(Caller caller, Optional<AtTill> found) {
        if (found.isEmpty()) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        AtTill till = found.get();
        return till.isOpenTo(caller) || MerchantRights.inspects(caller, till.division())
                ? Outcome.done(till)
                : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    /** A shop, and whether the sign-in was linked to it; empty if there is no such shop. */
    public Uni<Optional<AtTill>> find(SqlClient client, UUID merchantId, UUID accountId) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(merchantId, accountId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new AtTill(
                                merchantId,
                                DivisionCode.of(row.getString("division")),
                                MerchantStatus.valueOf(row.getString("status")),
                                row.getBoolean("linked")))
                        .findFirst());
    }
}
