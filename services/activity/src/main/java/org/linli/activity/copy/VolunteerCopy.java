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
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.VolunteerStatus;

/** A volunteer (志愿者) as activity knows one. */
@Entity
@Immutable
@Table(name = "volunteer_copy")
public class VolunteerCopy {
    @Id
    @Column(name = "volunteer_id")
    private UUID volunteerId;

    @Column(name = "account_id")
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private VolunteerStatus status;

    private String division;

    @Enumerated(EnumType.STRING)
    @Column(name = "age_band")
    private AgeBand ageBand;

    private String[] skills;

    private String[] categories;

    protected VolunteerCopy() {}

    /** The volunteer. */
    public UUID volunteerId() {
        return volunteerId;
    }

    /** The volunteer's sign-in; null before there is one. */
    public UUID accountId() {
        return accountId;
    }

    /** Where the volunteer stands. */
    public VolunteerStatus status() {
        return status;
    }

    /** Whether the volunteer may be asked, accept and earn hours now. */
    public boolean mayServe() {
        return status.mayServe();
    }

    /** Home community. */
    public DivisionCode division() {
        return new DivisionCode(division);
    }

    /** For rules on age; null if registration did not say. */
    public AgeBand ageBand() {
        return ageBand;
    }

    /** Whether no rule for minors applies; so it is too if registration did not say how old. */
    public boolean adult() {
        return ageBand == null || ageBand.adult();
    }

    /** Codes of the skill dictionary. */
    public Set<String> skills() {
        return Set.of(skills);
    }

    /** Kinds of service offered. */
    public Set<ServiceCategory> categories() {
        return Arrays.stream(categories).map(ServiceCategory::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
