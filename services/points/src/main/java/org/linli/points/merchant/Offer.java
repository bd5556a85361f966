package org.linli.points.merchant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.points.MerchantEvent.OfferChanged;
import org.linli.contracts.points.MerchantEvent.OfferPublished;
import org.linli.contracts.points.MerchantEvent.OfferWithdrawn;
import org.linli.contracts.points.OfferState;
import org.linli.contracts.points.OfferState.OfferStatus;
import org.linli.kit.Outcome;
import org.linli.points.PointsRefusal;

/** What a shop gives for points (兑换商品). How many are left is not here: that is counted where they are taken. */
@Entity(name = "Offer")
class Offer {
    @Id
    private UUID id;

    @Column(name = "merchant_id")
    private UUID merchantId;

    private String division;
    private String audience;
    private String title;
    private String description;
    private String unit;
    private long price;
    private int stock;

    @Column(name = "per_person")
    private Integer perPerson;

    @Column(name = "per_month")
    private Integer perMonth;

    @Column(name = "first_days")
    private Integer firstDays;

    @Column(name = "by_invitation")
    private boolean byInvitation;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @Enumerated(EnumType.STRING)
    private OfferStatus status;

    @Column(name = "published_at")
    private Instant publishedAt;

    private long sequence;

    @Version
    private long version;

    /** For Hibernate. */
    protected Offer() {}

    /** Publishes an offer of a shop to those whose homes share the digits of the audience. */
    static Offer publish(UUID id, Merchant merchant, OfferTerms terms, String audience, Instant now) {
        Offer offer = new Offer();
        offer.id = id;
        offer.merchantId = merchant.id();
        offer.division = merchant.division().value();
        offer.status = OfferStatus.PUBLISHED;
        offer.publishedAt = now;
        offer.say(terms, audience);
        return offer;
    }

    private void say(OfferTerms terms, String newAudience) {
        audience = newAudience;
        title = terms.title().strip();
        description = terms.description();
        unit = terms.unit();
        price = terms.price();
        stock = terms.stock();
        perPerson = terms.perPerson();
        perMonth = terms.perMonth();
        firstDays = terms.firstDays();
        if (terms.byInvitation() != null) {
            byInvitation = terms.byInvitation();
        }
        validFrom = terms.validFrom();
        validUntil = terms.validUntil();
    }

    /** The event of the beginning. */
    OfferPublished published() {
        return new OfferPublished(state());
    }

    /** Itself as long as it can be had. */
    Outcome<Offer> onShow() {
        return status == OfferStatus.PUBLISHED ? Outcome.done(this) : Outcome.refused(PointsRefusal.OFFER_WITHDRAWN);
    }

    /** Says something else from now on; what was set aside keeps its price. */
    OfferChanged change(OfferTerms terms, String newAudience) {
        say(terms, newAudience);
        return new OfferChanged(state());
    }

    /** Cannot be had any more; what was set aside is still handed over. */
    OfferWithdrawn withdraw() {
        status = OfferStatus.WITHDRAWN;
        return new OfferWithdrawn(state());
    }

    /** As everybody sees it, with what is left of it. */
    OfferView view(String merchantName, int left) {
        return new OfferView(
                id,
                merchantId,
                merchantName,
                division,
                audience,
                title,
                description,
                unit,
                price,
                stock,
                left,
                perPerson,
                perMonth,
                firstDays,
                byInvitation,
                validFrom,
                validUntil,
                status,
                version);
    }

    /** Counts an event; its number. */
    long count() {
        return ++sequence;
    }

    private OfferState state() {
        return new OfferState(id, merchantId, division, unit, price, stock, validFrom, validUntil, status);
    }

    UUID id() {
        return id;
    }

    UUID merchantId() {
        return merchantId;
    }

    DivisionCode division() {
        return DivisionCode.of(division);
    }

    /** Digits that the homes of those share who may have it. */
    String audience() {
        return audience;
    }

    String unit() {
        return unit;
    }

    /** Whether its last day is over. */
    boolean endsBefore(LocalDate day) {
        return validUntil.isBefore(day);
    }

    /** Whether these terms would give it to everybody, which was only for those who are invited. */
    boolean isOpenedBy(OfferTerms terms) {
        return byInvitation && Boolean.FALSE.equals(terms.byInvitation());
    }

    /** Whether it is only for those who are invited. */
    boolean byInvitation() {
        return byInvitation;
    }

    int stock() {
        return stock;
    }

    Integer perMonth() {
        return perMonth;
    }

    long version() {
        return version;
    }
}
