package org.linli.activity.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A secret address (日历订阅) at which one person's sessions can be read without signing in. */
@Entity
@Table(name = "calendar_feed")
class CalendarFeed {
    @Id
    private UUID id;

    @Column(name = "account_id", updatable = false)
    private UUID accountId;

    @Column(name = "volunteer_id", updatable = false)
    private UUID volunteerId;

    @Column(updatable = false)
    private byte[] fingerprint;

    @Column(name = "made_at", updatable = false)
    private Instant madeAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected CalendarFeed() {}

    /** @param fingerprint of the secret, which is kept nowhere */
    CalendarFeed(UUID id, UUID accountId, UUID volunteerId, byte[] fingerprint, Instant madeAt) {
        this.id = id;
        this.accountId = accountId;
        this.volunteerId = volunteerId;
        this.fingerprint = fingerprint.clone();
        this.madeAt = madeAt;
    }

    /** From now on nobody reads it. */
    void revoke(Instant now) {
        revokedAt = revokedAt == null ? now : revokedAt;
    }

    /** Whether this sign-in made it. */
    boolean isOf(UUID account) {
        return accountId.equals(account);
    }

    UUID id() {
        return id;
    }

    UUID volunteerId() {
        return volunteerId;
    }

    Instant madeAt() {
        return madeAt;
    }
}
