package org.linli.registration.volunteer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.AgeBand;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.Outcome;
import org.linli.kit.time.LinliClock;
import org.linli.registration.statistics.CountedVolunteer;

/**
 * A row of an import before anything is written. Sealed, so that every row gets an answer.
 */
sealed interface ImportRow {
    /** What the former system calls the person. */
    String reference();

    /** A row that cannot be entered. */
    record Wrong(String reference, Outcome.Refused<?> why) implements ImportRow {}

    /** Another row of a person who has one in this batch already. */
    record Again(String reference) implements ImportRow {}

    /** A person who was brought over before. */
    record Known(String reference, UUID volunteerId) implements ImportRow {}

    /**
     * A person to be entered, sealed for a row of their own.
     *
     * @param number the volunteer's number
     * @param home community
     */
    record Fresh(
            String reference,
            UUID id,
            String number,
            String home,
            SealedPerson person,
            AgeBand ageBand,
            LocalDate registeredOn,
            RegistrationForm form)
            implements ImportRow {

        /** The event of the registration: somebody whom the former system verified may serve. */
        RegistrationEvent registered() {
            return new RegistrationEvent.VolunteerRegistered(new VolunteerState(
                    id, null, VolunteerStatus.VERIFIED, home, ageBand, form.skills(), form.categories()));
        }

        /** What the figures need to know. */
        CountedVolunteer counted() {
            return CountedVolunteer.of(id, home, registeredAt(), VolunteerStatus.VERIFIED);
        }

        /** The beginning of the day of registration. */
        Instant registeredAt() {
            return registeredOn.atStartOfDay(LinliClock.ZONE).toInstant();
        }

        /** The codes of a dictionary as one text; they hold no commas. */
        static String joined(List<String> codes) {
            return String.join(",", codes);
        }
    }
}
