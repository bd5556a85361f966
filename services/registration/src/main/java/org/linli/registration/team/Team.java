package org.linli.registration.team;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.contracts.registration.TeamState;
import org.linli.contracts.registration.TeamState.TeamKind;
import org.linli.kit.Outcome;
import org.linli.registration.PublicName;
import org.linli.registration.RegistrationRefusal;

/**
 * A team of volunteers (志愿服务队). Its row is locked before a membership is decided, so that its places are never given
 * away twice.
 */
@Entity(name = "Team")
class Team {
    @Id
    private UUID id;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Enumerated(EnumType.STRING)
    private TeamKind kind;

    private String division;

    @Column(name = "division_prefix")
    private String divisionPrefix;

    @Column(name = "parent_team_id")
    private UUID parentTeamId;

    @Column(name = "leader_id")
    private UUID leaderId;

    private String[] categories;

    private Integer capacity;

    private int members;

    @Column(name = "credit_code")
    private String creditCode;

    @Column(name = "founded_at")
    private Instant foundedAt;

    @Column(name = "founded_by")
    private UUID foundedBy;

    private long sequence;

    @Version
    private long version;

    /** For Hibernate. */
    protected Team() {}

    /**
     * What a team begins with.
     *
     * @param prefix the significant digits of the division
     * @param parent the team above; null if none
     * @param capacity most active members; null for no limit
     * @param creditCode of the organisation behind it; null if none
     */
    record Founding(
            UUID id,
            PublicName name,
            TeamKind kind,
            DivisionCode division,
            String prefix,
            Team parent,
            List<ServiceCategory> categories,
            Integer capacity,
            CreditCode creditCode) {
        Founding {
            categories = List.copyOf(categories);
        }
    }

    /** Founds a team; refused if the team above does not reach as far as the new one. */
    static Outcome<Team> found(Founding founding, UUID by, Instant now) {
        Team parent = founding.parent();
        if (parent != null && !founding.division().isWithin(parent.divisionPrefix)) {
            return Outcome.refused(RegistrationRefusal.PARENT_TEAM_NOT_ABOVE, "parentTeamId");
        }
        Team team = new Team();
        team.id = founding.id();
        team.name = founding.name().value();
        team.nameKey = founding.name().key();
        team.kind = founding.kind();
        team.division = founding.division().value();
        team.divisionPrefix = founding.prefix();
        team.parentTeamId = parent == null ? null : parent.id;
        team.categories =
                founding.categories().stream().distinct().map(Enum::name).toArray(String[]::new);
        team.capacity = founding.capacity();
        team.creditCode =
                founding.creditCode() == null ? null : founding.creditCode().value();
        team.foundedAt = now;
        team.foundedBy = by;
        team.sequence = 1;
        return Outcome.done(team);
    }

    /** Takes one place; refused if none is left. */
    Outcome<Team> takePlace() {
        if (capacity != null && members >= capacity) {
            return Outcome.refused(RegistrationRefusal.TEAM_FULL, null, Map.of("capacity", capacity));
        }
        members++;
        return Outcome.done(this);
    }

    /** Gives a place back. */
    void freePlace() {
        members--;
    }

    /**
     * Names who leads: an active member of full age (domain rule 2.1: those who administer must be 18).
     *
     * @param candidate what is known of the volunteer
     * @param member whether the volunteer is an active member of this team
     */
    Outcome<RegistrationEvent> nameLeader(Candidate candidate, boolean member) {
        if (!member) {
            return Outcome.refused(RegistrationRefusal.LEADER_NOT_MEMBER, "volunteerId");
        }
        if (!candidate.mayServe()) {
            return Outcome.refused(RegistrationRefusal.VOLUNTEER_NOT_VERIFIED, "volunteerId");
        }
        if (!candidate.adult()) {
            return Outcome.refused(RegistrationRefusal.LEADER_NOT_ADULT, "volunteerId");
        }
        leaderId = candidate.volunteerId();
        sequence++;
        return Outcome.done(new RegistrationEvent.TeamLeaderNamed(state()));
    }

    /** Nobody leads until another one is named. */
    RegistrationEvent withoutLeader() {
        leaderId = null;
        sequence++;
        return new RegistrationEvent.TeamLeaderNamed(state());
    }

    /** The event of the beginning. */
    RegistrationEvent founded() {
        return new RegistrationEvent.TeamFounded(state());
    }

    boolean isLedBy(UUID volunteerId) {
        return volunteerId != null && volunteerId.equals(leaderId);
    }

    UUID id() {
        return id;
    }

    DivisionCode division() {
        return new DivisionCode(division);
    }

    long sequence() {
        return sequence;
    }

    long version() {
        return version;
    }

    TeamView view() {
        return new TeamView(
                id, name, kind, division, parentTeamId, leaderId, offered(), capacity, members, creditCode, version);
    }

    private List<ServiceCategory> offered() {
        return Stream.of(categories).map(ServiceCategory::valueOf).toList();
    }

    private TeamState state() {
        return new TeamState(id, name, kind, division, divisionPrefix, parentTeamId, leaderId, offered());
    }
}
