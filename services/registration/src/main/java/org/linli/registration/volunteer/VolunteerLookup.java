package org.linli.registration.volunteer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.contracts.AgeBand;
import org.linli.contracts.VolunteerStatus;
import org.linli.kit.time.LinliClock;
import org.linli.registration.Masking;
import org.linli.registration.SignInTurn;

/** What other features may ask about volunteers, in the current Hibernate session. */
@ApplicationScoped
public class VolunteerLookup {
    private final VolunteerRepository volunteers;
    private final PersonSeal seal;
    private final LinliClock clock;

    @Inject
    VolunteerLookup(VolunteerRepository volunteers, PersonSeal seal, LinliClock clock) {
        this.volunteers = volunteers;
        this.seal = seal;
        this.clock = clock;
    }

    /** A volunteer; null if there is none. */
    public Uni<VolunteerSummary> find(UUID volunteerId) {
        return volunteers.findById(volunteerId).map(this::unlessErased);
    }

    /** A volunteer, its row locked until the transaction ends; null if there is none. */
    public Uni<VolunteerSummary> lock(UUID volunteerId) {
        return volunteers.lock(volunteerId).map(this::unlessErased);
    }

    /** Waits for the turn of the volunteer's sign-in, if there is one; before the row is locked. */
    public Uni<Void> awaitTurn(UUID volunteerId) {
        return volunteers
                .accountOf(volunteerId)
                .chain(account -> account == null ? Uni.createFrom().voidItem() : SignInTurn.of(account));
    }

    /** Names as lists show them, masked, by volunteer. */
    public Uni<Map<UUID, String>> maskedNames(Collection<UUID> volunteerIds) {
        return volunteerIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : volunteers
                        .list("id in ?1 and status <> ?2", List.copyOf(volunteerIds), VolunteerStatus.ERASED)
                        .map(found -> found.stream().collect(Collectors.toMap(Volunteer::id, this::maskedName)));
    }

    private String maskedName(Volunteer volunteer) {
        return Masking.name(seal.open(volunteer.id(), volunteer.person()).realName());
    }

    private VolunteerSummary unlessErased(Volunteer found) {
        return found == null || found.status() == VolunteerStatus.ERASED ? null : summary(found);
    }

    private VolunteerSummary summary(Volunteer volunteer) {
        AgeBand ageBand = AgeBand.of(seal.birthDate(volunteer.id(), volunteer.person()), clock.today());
        return new VolunteerSummary(
                volunteer.id(), volunteer.accountId(), volunteer.status(), volunteer.division(), ageBand);
    }
}
