package org.linli.points.merchant;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.kit.Ids;

/** Who is invited to what, in the current Hibernate session. */
@ApplicationScoped
class Invitations {
    // who was invited before is passed over, so that the next ones have their turn
    private static final String HIGHEST = """
            select v.volunteer_id from account a join volunteer_copy v on v.volunteer_id = cast(a.owner as uuid)
            where a.kind = 'PASSBOOK' and a.unit = :unit and a.balance >= :least and v.status = 'VERIFIED'
              and starts_with(v.division, :audience)
              and not exists (select from offer_invitation i
                where i.offer_id = :offer and i.volunteer_id = v.volunteer_id)
            order by a.balance desc, v.volunteer_id limit :most
            """;
    private static final String INVITE = "insert into offer_invitation (id, offer_id, volunteer_id, invited_by,"
            + " invited_at) values (:id, :offer, :volunteer, :by, :at)";

    /** Volunteers whose passbooks hold so many hundredths or more, the highest first, and were not invited yet. */
    Uni<List<UUID>> highest(Offer offer, long least, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HIGHEST, UUID.class)
                        .setParameter("unit", offer.unit())
                        .setParameter("least", least)
                        .setParameter("audience", offer.audience())
                        .setParameter("offer", offer.id())
                        .setParameter("most", most)
                        .getResultList());
    }

    /** Invites one of them; the id of the invitation. */
    Uni<UUID> invite(Offer offer, UUID volunteer, UUID by, Instant at) {
        UUID id = Ids.next();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INVITE)
                        .setParameter("id", id)
                        .setParameter("offer", offer.id())
                        .setParameter("volunteer", volunteer)
                        .setParameter("by", by)
                        .setParameter("at", at)
                        .executeUpdate())
                .replaceWith(id);
    }
}
