package org.linli.points.merchant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.points.MerchantEvent.MerchantChanged;
import org.linli.contracts.points.MerchantEvent.MerchantJoined;
import org.linli.contracts.points.MerchantEvent.MerchantLeft;
import org.linli.contracts.points.MerchantEvent.MerchantResumed;
import org.linli.contracts.points.MerchantEvent.MerchantSuspended;
import org.linli.contracts.points.MerchantState;
import org.linli.contracts.points.MerchantState.MerchantStatus;
import org.linli.kit.Outcome;
import org.linli.points.PointsRefusal;

/** A partner shop (爱心商户). Its row is the lock of its tills. */
@Entity(name = "Merchant")
class Merchant {
    @Id
    private UUID id;

    private String name;
    private String address;
    private String division;

    @Enumerated(EnumType.STRING)
    private MerchantStatus status;

    @Column(name = "entered_by")
    private UUID enteredBy;

    @Column(name = "entered_at")
    private Instant enteredAt;

    private long sequence;

    @Version
    private long version;

    /** For Hibernate. */
    protected Merchant() {}

    /** Enters a shop. */
    static Merchant join(UUID id, MerchantEntry entry, UUID by, Instant now) {
        Merchant merchant = new Merchant();
        merchant.id = id;
        merchant.name = entry.name().strip();
        merchant.address = entry.address();
        merchant.division = entry.division();
        merchant.status = MerchantStatus.ACTIVE;
        merchant.enteredBy = by;
        merchant.enteredAt = now;
        return merchant;
    }

    /** The event of the beginning. */
    MerchantJoined joined() {
        return new MerchantJoined(state(List.of()));
    }

    /** Its name or address is another; where it stands does not change. */
    Outcome<MerchantChanged> rename(String newName, String newAddress, List<UUID> tills) {
        if (status == MerchantStatus.LEFT) {
            return Outcome.refused(PointsRefusal.MERCHANT_LEFT);
        }
        name = newName.strip();
        address = newAddress;
        return Outcome.done(tillsChanged(tills));
    }

    /** Somebody more or fewer may act at its till. */
    MerchantChanged tillsChanged(List<UUID> tills) {
        return new MerchantChanged(state(tills));
    }

    /** Sells nothing new for now. */
    Outcome<MerchantSuspended> suspend(List<UUID> tills) {
        return switch (status) {
            case ACTIVE -> {
                status = MerchantStatus.SUSPENDED;
                yield Outcome.done(new MerchantSuspended(state(tills)));
            }
            case SUSPENDED -> Outcome.refused(PointsRefusal.MERCHANT_NOT_ACTIVE);
            case LEFT -> Outcome.refused(PointsRefusal.MERCHANT_LEFT);
        };
    }

    /** Takes part again. */
    Outcome<MerchantResumed> resume(List<UUID> tills) {
        return switch (status) {
            case ACTIVE -> Outcome.refused(PointsRefusal.MERCHANT_NOT_SUSPENDED);
            case SUSPENDED -> {
                status = MerchantStatus.ACTIVE;
                yield Outcome.done(new MerchantResumed(state(tills)));
            }
            case LEFT -> Outcome.refused(PointsRefusal.MERCHANT_LEFT);
        };
    }

    /** Leaves for good: its tills no longer work, and what nobody fetched lapses. */
    Outcome<MerchantLeft> leave(List<UUID> tills) {
        if (status == MerchantStatus.LEFT) {
            return Outcome.refused(PointsRefusal.MERCHANT_LEFT);
        }
        status = MerchantStatus.LEFT;
        return Outcome.done(new MerchantLeft(state(tills)));
    }

    /** Counts an event; its number. */
    long count() {
        return ++sequence;
    }

    private MerchantState state(List<UUID> tills) {
        return new MerchantState(id, division, status, tills);
    }

    MerchantView view() {
        return new MerchantView(id, name, address, division, status, enteredAt, version);
    }

    UUID id() {
        return id;
    }

    DivisionCode division() {
        return DivisionCode.of(division);
    }

    MerchantStatus status() {
        return status;
    }

    long version() {
        return version;
    }
}
