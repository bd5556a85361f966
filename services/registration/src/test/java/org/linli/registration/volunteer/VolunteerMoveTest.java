package org.linli.registration.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.contracts.VolunteerStatus.PENDING;
import static org.linli.contracts.VolunteerStatus.REJECTED;
import static org.linli.contracts.VolunteerStatus.SUSPENDED;
import static org.linli.contracts.VolunteerStatus.VERIFIED;
import static org.linli.contracts.VolunteerStatus.WITHDRAWN;
import static org.linli.registration.Refusals.assertRefused;
import static org.linli.registration.Refusals.done;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

class VolunteerMoveTest {
    private static final Map<VolunteerStatus, Map<VolunteerMove, VolunteerStatus>> LEGAL = Map.of(
            PENDING,
            Map.of(
                    VolunteerMove.VERIFICATION, VERIFIED,
                    VolunteerMove.REJECTION, REJECTED,
                    VolunteerMove.WITHDRAWAL, WITHDRAWN),
            VERIFIED,
            Map.of(VolunteerMove.SUSPENSION, SUSPENDED, VolunteerMove.WITHDRAWAL, WITHDRAWN),
            SUSPENDED,
            Map.of(VolunteerMove.REINSTATEMENT, VERIFIED, VolunteerMove.WITHDRAWAL, WITHDRAWN),
            REJECTED,
            Map.of(),
            WITHDRAWN,
            Map.of(),
            VolunteerStatus.ERASED,
            Map.of());

    @Test
    void everyMoveThatIsNotInTheTableIsRefused() {
        for (VolunteerStatus status : VolunteerStatus.values()) {
            for (VolunteerMove move : VolunteerMove.values()) {
                VolunteerStatus next = LEGAL.get(status).get(move);
                if (next == null) {
                    assertRefused(move.from(status), RegistrationRefusal.VOLUNTEER_STATUS_FORBIDS);
                } else {
                    assertThat(done(move.from(status))).isEqualTo(next);
                }
            }
        }
    }

    @Test
    void eachMoveTellsItsOwnEventWithTheNextSequence() {
        Volunteer volunteer = volunteer();

        RegistrationEvent verified =
                done(volunteer.move(VolunteerMove.VERIFICATION, null, AgeBand.FROM_60, Instant.EPOCH));

        assertThat(verified).isInstanceOfSatisfying(RegistrationEvent.VolunteerVerified.class, told -> {
            assertThat(told.volunteer().status()).isEqualTo(VERIFIED);
            assertThat(told.volunteer().ageBand()).isEqualTo(AgeBand.FROM_60);
        });
        assertThat(volunteer.sequence()).isEqualTo(2);
    }

    @Test
    void aRefusedMoveChangesNothing() {
        Volunteer volunteer = volunteer();

        Outcome<RegistrationEvent> refused =
                volunteer.move(VolunteerMove.REINSTATEMENT, null, AgeBand.FROM_60, Instant.EPOCH);

        assertRefused(refused, RegistrationRefusal.VOLUNTEER_STATUS_FORBIDS);
        assertThat(volunteer.status()).isEqualTo(PENDING);
        assertThat(volunteer.sequence()).isEqualTo(1);
    }

    @Test
    void whoIsRegisteredAlreadyDoesNotRegisterAgain() {
        assertRefused(
                volunteer().registerAgain(application("a"), false, Instant.EPOCH),
                RegistrationRefusal.ACCOUNT_HAS_VOLUNTEER);
    }

    @Test
    void afterARejectionTheDataMayBeCorrected() {
        Volunteer volunteer = volunteer();
        done(volunteer.move(VolunteerMove.REJECTION, "illegible", AgeBand.FROM_60, Instant.EPOCH));

        Volunteer again = done(volunteer.registerAgain(application("b"), false, Instant.EPOCH));

        assertThat(again.status()).isEqualTo(PENDING);
        assertThat(again.sequence()).isEqualTo(3);
    }

    @Test
    void afterARejectionSomebodyElsesDocumentIsStillRefused() {
        Volunteer volunteer = volunteer();
        done(volunteer.move(VolunteerMove.REJECTION, "not yours", AgeBand.FROM_60, Instant.EPOCH));

        assertRefused(
                volunteer.registerAgain(application("b"), true, Instant.EPOCH), RegistrationRefusal.ALREADY_REGISTERED);
    }

    @Test
    void afterAWithdrawalOnlyTheSamePersonReturns() {
        Volunteer volunteer = volunteer();
        done(volunteer.move(VolunteerMove.WITHDRAWAL, null, AgeBand.FROM_60, Instant.EPOCH));

        assertRefused(
                volunteer.registerAgain(application("b"), false, Instant.EPOCH),
                RegistrationRefusal.ACCOUNT_HAS_VOLUNTEER);
        assertThat(done(volunteer.registerAgain(application("a"), false, Instant.EPOCH))
                        .status())
                .isEqualTo(PENDING);
    }

    private static Volunteer volunteer() {
        return Volunteer.register(UUID.randomUUID(), UUID.randomUUID(), "V5301TEST", application("a"), Instant.EPOCH);
    }

    private static Volunteer.Application application(String document) {
        SealedPerson person = new SealedPerson();
        person.documentIndex = document.getBytes(StandardCharsets.UTF_8);
        return new Volunteer.Application(person, new DivisionCode("530103005005"), List.of(), List.of(), List.of());
    }
}
