package org.linli.points.merchant;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.contracts.points.MerchantState.MerchantStatus;
import org.linli.kit.access.DivisionScope;

/** Partner shops in the database. */
@ApplicationScoped
class MerchantRepository implements PanacheRepositoryBase<Merchant, UUID> {

    /** A shop, its row locked until the transaction ends; null if there is none. */
    Uni<Merchant> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Shops that take part below a division, in the order of their ids, one more than the limit. */
    Uni<List<Merchant>> page(String divisionPrefix, UUID after, int limit) {
        DivisionScope scope = DivisionScope.below("division", divisionPrefix);
        Parameters parameters = Parameters.with("status", MerchantStatus.ACTIVE).and("after", after);
        scope.parameters().forEach(parameters::and);
        return find(scope.condition() + " and status = :status and id > :after order by id", parameters)
                .range(0, limit)
                .list();
    }

    /** The digits that everything below a division shares; empty if it is not known here. */
    Uni<Optional<String>> prefixOf(String division) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select prefix from division_copy where code = :code", String.class)
                        .setParameter("code", division)
                        .getResultList())
                .map(found -> found.stream().findFirst());
    }
}
