package org.linli.registration.volunteer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationConfiguration;
import org.linli.registration.RegistrationRefusal;

/** Who is old enough to be registered without a guardian (Civil Code art. 17–20). */
@ApplicationScoped
class AgeLimits {
    private final RegistrationConfiguration configuration;

    @Inject
    AgeLimits(RegistrationConfiguration configuration) {
        this.configuration = configuration;
    }

    /** The person, if they are; refused on {@code birthDate}. */
    Outcome<Person> check(Person person, LocalDate today) {
        long age = ChronoUnit.YEARS.between(person.birthDate(), today);
        if (age < configuration.minimumAge()) {
            return Outcome.refused(
                    RegistrationRefusal.TOO_YOUNG, "birthDate", Map.of("age", configuration.minimumAge()));
        }
        return age < configuration.adultAge()
                ? Outcome.refused(
                        RegistrationRefusal.GUARDIAN_NEEDED, "birthDate", Map.of("age", configuration.adultAge()))
                : Outcome.done(person);
    }
}
