package org.linli.activity.copy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.registration.TeamState.TeamKind;

/** A team (队伍) as activity knows one. */
@Entity
@Immutable
@Table(name = "team_copy")
public class TeamCopy {
    @Id
    @Column(name = "team_id")
    private UUID teamId;

    private String name;

    @Enumerated(EnumType.STRING)
    private TeamKind kind;

    private String division;

    @Column(name = "division_prefix")
    private String divisionPrefix;

    @Column(name = "leader_id")
    private UUID leaderId;

    private String[] categories;

    protected TeamCopy() {}

    /** The team. */
    public UUID teamId() {
        return teamId;
    }

    /** Its public name. */
    public String name() {
        return name;
    }

    /** What kind of team. */
    public TeamKind kind() {
        return kind;
    }

    /** Where it belongs. */
    public DivisionCode division() {
        return new DivisionCode(division);
    }

    /** The digits that all divisions below its own share. */
    public String divisionPrefix() {
        return divisionPrefix;
    }

    /** The volunteer who leads; null before one is named. */
    public UUID leaderId() {
        return leaderId;
    }

    /** Kinds of service it offers. */
    public Set<ServiceCategory> categories() {
        return Arrays.stream(categories).map(ServiceCategory::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
