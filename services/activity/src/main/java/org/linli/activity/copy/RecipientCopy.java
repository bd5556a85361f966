package org.linli.activity.copy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.linli.contracts.DivisionCode;

/** A recipient of help (服务对象) as activity knows one: that there is one, and where. */
@Entity
@Immutable
@Table(name = "recipient_copy")
public class RecipientCopy {
    @Id
    @Column(name = "recipient_id")
    private UUID recipientId;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "station_id")
    private UUID stationId;

    private String division;

    private boolean active;

    protected RecipientCopy() {}

    /** The recipient. */
    public UUID recipientId() {
        return recipientId;
    }

    /** The recipient's own sign-in; null without one. */
    public UUID accountId() {
        return accountId;
    }

    /** The station that enrolled the recipient. */
    public UUID stationId() {
        return stationId;
    }

    /** Home community. */
    public DivisionCode division() {
        return new DivisionCode(division);
    }

    /** False after withdrawal. */
    public boolean active() {
        return active;
    }
}
