package org.linli.activity.copy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;
import org.linli.kit.Outcome;

/** A division as activity knows one. */
@Entity
@Immutable
@Table(name = "division_copy")
public class DivisionCopy {
    @Id
    private String code;

    private String name;

    @Enumerated(EnumType.STRING)
    private DivisionLevel level;

    private String parent;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    private String successor;

    protected DivisionCopy() {}

    /** Its code. */
    public DivisionCode code() {
        return new DivisionCode(code);
    }

    /** This as a community in which something can be done, or why not: it is none, or it ended before that day. */
    public Outcome<DivisionCopy> communityOn(LocalDate day) {
        if (level != DivisionLevel.COMMUNITY) {
            return Outcome.refused(ActivityRefusal.DIVISION_NOT_A_COMMUNITY, "division");
        }
        return on(day);
    }

    /** This, or why not: it ended before that day. */
    public Outcome<DivisionCopy> on(LocalDate day) {
        return validUntil != null && validUntil.isBefore(day)
                ? Outcome.refused(ActivityRefusal.DIVISION_ENDED, "division", Map.of("until", validUntil))
                : Outcome.done(this);
    }

    /** Its official name. */
    public String name() {
        return name;
    }

    /** How many digits of its code are significant. */
    public DivisionLevel level() {
        return level;
    }

    /** The digits that all divisions below it share. */
    public String prefix() {
        return level.prefixOf(code);
    }

    /** The division above; null for a province. */
    public String parent() {
        return parent;
    }

    /** The last day it counts; null while it counts. */
    public LocalDate validUntil() {
        return validUntil;
    }

    /** The code that took its place; null if none. */
    public String successor() {
        return successor;
    }
}
