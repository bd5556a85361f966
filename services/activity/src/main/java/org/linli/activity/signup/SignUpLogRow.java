package org.linli.activity.signup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A step of a sign-up as it is kept; the database refuses to change it. */
@Entity
@Immutable
@Table(name = "sign_up_log")
class SignUpLogRow {
    @Id
    UUID id;

    @Column(name = "sign_up_id")
    UUID signUpId;

    @Enumerated(EnumType.STRING)
    SignUpFact fact;

    Instant at;

    @Column(name = "by_account")
    UUID byAccount;

    protected SignUpLogRow() {}

    SignUpLogRow(UUID id, UUID signUpId, SignUpMove move) {
        this.id = id;
        this.signUpId = signUpId;
        this.fact = move.fact();
        this.at = move.at();
        this.byAccount = move.by();
    }
}
