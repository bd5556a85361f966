package org.linli.activity.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A plan (模板) that a team, a station or a community keeps to make activities from. Never changed, only replaced. */
@Entity
@Table(name = "activity_template")
class ActivityTemplate {
    static final String TABLE = "activity_template";

    @Id
    private UUID id;

    @Embedded
    private Holder holder;

    private String name;

    @Embedded
    private Plan plan;

    private byte[] contact;

    @Column(name = "made_by")
    private UUID madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    protected ActivityTemplate() {}

    ActivityTemplate(UUID id, Activity from, String name, byte[] contact, UUID madeBy, Instant madeAt) {
        this.id = id;
        this.holder = from.holder();
        this.name = name;
        this.plan = from.plan();
        this.contact = contact;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    UUID id() {
        return id;
    }

    Holder holder() {
        return holder;
    }

    String name() {
        return name;
    }

    Plan plan() {
        return plan;
    }

    byte[] contact() {
        return contact;
    }

    Instant madeAt() {
        return madeAt;
    }
}
