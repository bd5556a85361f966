package org.linli.registration.division;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Map;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.registration.DivisionState;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/**
 * A division (区划) of the tree province, city, district, street, community, grid. What it covers follows from its level,
 * never from trailing zeros: the street 蓝村街道 370215010000 has nine significant digits. Files of divisions are loaded
 * by {@link DivisionBulkWriter}, the second writer of this table.
 */
@Entity(name = "Division")
class Division {
    private static final int GRID_DIGITS = 15;

    @Id
    private String code;

    private String name;

    @Enumerated(EnumType.STRING)
    private DivisionLevel level;

    private String parent;
    private String prefix;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    private String successor;
    private long sequence;

    @Version
    private long version;

    /** For Hibernate. */
    protected Division() {}

    /** A division as it begins. */
    Division(DivisionCode code, String name, DivisionLevel level, String parent) {
        this.code = code.value();
        this.name = name;
        this.level = level;
        this.parent = parent;
        this.prefix = level.prefixOf(code.value());
        this.sequence = 1;
    }

    /** A grid (网格) below this community; its code is that of the community and three digits of its own. */
    Outcome<Division> grid(DivisionCode gridCode, String gridName, LocalDate today) {
        if (level != DivisionLevel.COMMUNITY) {
            return Outcome.refused(RegistrationRefusal.NOT_A_COMMUNITY, "code");
        }
        if (gridCode.value().length() != GRID_DIGITS || !gridCode.isWithin(prefix)) {
            return Outcome.refused(RegistrationRefusal.GRID_CODE_ELSEWHERE, "code");
        }
        return inForce(today, "code")
                .map(community -> new Division(gridCode, gridName, DivisionLevel.GRID, community.code));
    }

    /**
     * Another division takes the place of this one from a day on; until the day before this one counts. It must be the
     * last of its own chain of successors, so that no chain leads back.
     */
    Outcome<RegistrationEvent> succeededBy(Division next, LocalDate from) {
        boolean fits = next.level == level && !next.code.equals(code) && next.successor == null;
        boolean daysFit = (validFrom == null || from.isAfter(validFrom))
                && (next.validFrom == null || !next.validFrom.isAfter(from));
        if (!fits || !daysFit) {
            return Outcome.refused(RegistrationRefusal.SUCCESSOR_UNFIT, fits ? "from" : "successor");
        }
        successor = next.code;
        validUntil = from.minusDays(1);
        sequence++;
        return Outcome.done(recorded());
    }

    /** This division if it counts on a day; else refused, naming its successor. */
    Outcome<Division> inForce(LocalDate day, String field) {
        boolean begun = validFrom == null || !validFrom.isAfter(day);
        boolean ended = validUntil != null && validUntil.isBefore(day);
        return begun && !ended
                ? Outcome.done(this)
                : Outcome.refused(
                        RegistrationRefusal.DIVISION_NOT_IN_FORCE,
                        field,
                        Map.of("successor", successor == null ? "-" : successor));
    }

    /** Whether another division lies in (or is) this one. */
    boolean covers(Division other) {
        return other.code.startsWith(prefix);
    }

    /** The event that tells everything about it. */
    RegistrationEvent recorded() {
        return new RegistrationEvent.DivisionRecorded(
                new DivisionState(code, name, level, parent, validFrom, validUntil, successor));
    }

    DivisionCode code() {
        return new DivisionCode(code);
    }

    DivisionLevel level() {
        return level;
    }

    String successor() {
        return successor;
    }

    long sequence() {
        return sequence;
    }

    KnownDivision summary() {
        return new KnownDivision(code(), name, level, prefix);
    }

    DivisionView view() {
        return new DivisionView(code, name, level, parent, validFrom, validUntil, successor);
    }
}
