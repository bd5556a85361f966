package org.linli.activity.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.linli.contracts.activity.ReviewSide;

/** A review (评单) as it is kept; the database refuses to change it. The words are encrypted. */
@Entity
@Immutable
@Table(name = "request_review")
class ReviewRow {
    static final String TABLE = "request_review";

    @Id
    UUID id;

    @Column(name = "request_id")
    UUID requestId;

    int round;

    @Enumerated(EnumType.STRING)
    ReviewSide side;

    int stars;

    byte[] words;

    @Column(name = "written_by")
    UUID writtenBy;

    @Column(name = "on_behalf")
    boolean onBehalf;

    @Column(name = "written_at")
    Instant writtenAt;

    protected ReviewRow() {}

    ReviewRow(UUID id, Hop hop, ReviewSide side, int stars, byte[] sealedWords, boolean onBehalf) {
        this.id = id;
        this.requestId = hop.requestId();
        this.round = hop.round();
        this.side = side;
        this.stars = stars;
        this.words = sealedWords;
        this.writtenBy = hop.by().accountId();
        this.onBehalf = onBehalf;
        this.writtenAt = hop.at();
    }
}
