package org.linli.registration.apikey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/** A key of a device or system (接口密钥). It is never changed, only revoked; it always ends one day. */
@Entity(name = "ApiKey")
@Table(name = "api_key")
class ApiKey {
    @Id
    private UUID id;

    private String name;

    @Column(name = "secret_hash")
    private byte[] secretHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String division;

    @Column(name = "station_id")
    private UUID stationId;

    private String resources;

    @Column(name = "may_write")
    private boolean mayWrite;

    @Column(name = "per_minute")
    private int perMinute;

    @Column(name = "grant_id")
    private UUID grantId;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    private Instant until;

    // Written by the gateways' questions, past Hibernate.
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private Instant lastUsedAt;

    @Column(name = "revoked_by")
    private UUID revokedBy;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected ApiKey() {}

    /** A new key, with the role it was given. */
    static ApiKey made(KeySecret secret, KeyRequest request, UUID grantId, UUID by, Instant now) {
        ApiKey key = new ApiKey();
        key.id = secret.id();
        key.name = request.name();
        key.secretHash = secret.hash();
        key.role = request.role();
        key.division = request.division();
        key.stationId = request.stationId();
        key.resources = String.join(",", request.resources());
        key.mayWrite = request.mayWrite();
        key.perMinute = request.perMinute();
        key.grantId = grantId;
        key.createdBy = by;
        key.createdAt = now;
        key.until = request.until();
        return key;
    }

    /** Ends it; the row must be locked. */
    Outcome<ApiKey> revoke(UUID by, Instant now) {
        if (revokedAt != null) {
            return Outcome.refused(RegistrationRefusal.API_KEY_REVOKED_ALREADY);
        }
        revokedBy = by;
        revokedAt = now;
        return Outcome.done(this);
    }

    UUID id() {
        return id;
    }

    UUID grantId() {
        return grantId;
    }

    DivisionCode division() {
        return new DivisionCode(division);
    }

    /** As those responsible see it. */
    KeyView view() {
        return new KeyView(
                id,
                name,
                role,
                division,
                stationId,
                List.of(resources.split(",")),
                mayWrite,
                perMinute,
                createdBy,
                createdAt,
                until,
                lastUsedAt,
                revokedBy,
                revokedAt,
                null,
                version);
    }
}
