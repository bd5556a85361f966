package org.linli.registration.volunteer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.linli.contracts.AgeBand;
import org.linli.contracts.registration.GuardianshipState.GuardianConsent;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationConfiguration;
import org.linli.registration.RegistrationRefusal;

/** Who is old enough for what (Civil Code art. 17–20, PIPL art. 31). */
@ApplicationScoped
class AgeLimits {
    private final RegistrationConfiguration configuration;

    @Inject
    AgeLimits(RegistrationConfiguration configuration) {
        this.configuration = configuration;
    }

    /** The person, if they may register themselves, though not serve before a guardian consents. */
    Outcome<Person> mayRegister(Person person, LocalDate today) {
        return age(person, today) < configuration.minimumAge()
                ? Outcome.refused(RegistrationRefusal.TOO_YOUNG, "birthDate", Map.of("age", configuration.minimumAge()))
                : Outcome.done(person);
    }

    /** The person, if no guardian is needed at all; refused on {@code birthDate}. */
    Outcome<Person> mayBeEntered(Person person, LocalDate today) {
        return mayRegister(person, today)
                .then(oldEnough -> age(person, today) < configuration.adultAge()
                        ? Outcome.refused(RegistrationRefusal.GUARDIAN_NEEDED, "birthDate", details())
                        : Outcome.done(oldEnough));
    }

    /** The volunteer, if the guardians of somebody of this age said what they must say before a service. */
    Outcome<Volunteer> mayServe(Volunteer volunteer, AgeBand ageBand, GuardianConsent consent) {
        if (consent.covers(ageBand)) {
            return Outcome.done(volunteer);
        }
        return consent == GuardianConsent.NONE
                ? Outcome.refused(RegistrationRefusal.GUARDIAN_NEEDED, null, details())
                : Outcome.refused(RegistrationRefusal.CHILD_CONSENT_NEEDED);
    }

    private Map<String, Object> details() {
        return Map.of("age", configuration.adultAge());
    }

    private static long age(Person person, LocalDate today) {
        return ChronoUnit.YEARS.between(person.birthDate(), today);
    }
}
