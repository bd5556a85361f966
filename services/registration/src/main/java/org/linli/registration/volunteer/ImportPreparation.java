package org.linli.registration.volunteer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;
import org.linli.registration.division.KnownDivision;
import org.linli.registration.volunteer.ImportReading.Right;

/** Judges and encrypts the rows of an import: everything that takes time and no database. */
@ApplicationScoped
class ImportPreparation {
    private final ImportReading reading;
    private final PersonSeal seal;
    private final LinliClock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    ImportPreparation(ImportReading reading, PersonSeal seal, LinliClock clock) {
        this.reading = reading;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * One row for each person, in order; another row with the same reference is left out.
     *
     * @param known who was brought over before, by reference
     * @param homes the divisions named, as far as they are communities in force
     */
    List<ImportRow> rows(
            Caller caller, ImportBatch batch, Map<String, UUID> known, Map<String, Outcome<KnownDivision>> homes) {
        LocalDate today = clock.today();
        List<ImportRow> rows = new ArrayList<>(batch.people().size());
        Set<String> seen = new HashSet<>();
        for (ImportedPerson person : batch.people()) {
            if (!ImportReading.isReference(person.reference())) {
                // refused by its reading; what is known cannot be asked for a reference that is not there
                rows.add(row(caller, person, homes, today));
            } else if (!seen.add(person.reference())) {
                rows.add(new ImportRow.Again(person.reference()));
            } else if (known.containsKey(person.reference())) {
                rows.add(new ImportRow.Known(person.reference(), known.get(person.reference())));
            } else {
                rows.add(row(caller, person, homes, today));
            }
        }
        return rows;
    }

    private ImportRow row(
            Caller caller, ImportedPerson person, Map<String, Outcome<KnownDivision>> homes, LocalDate today) {
        Outcome<ImportRow> row = reading.read(person, today)
                .then(right -> homes.get(right.form().homeDivision())
                        .then(home -> allowed(caller, home.code()))
                        .map(home -> fresh(person.reference(), right, home, today)));
        return switch (row) {
            case Outcome.Done<ImportRow>(ImportRow fresh) -> fresh;
            case Outcome.Refused<ImportRow> refused -> new ImportRow.Wrong(person.reference(), refused);
        };
    }

    private static Outcome<DivisionCode> allowed(Caller caller, DivisionCode home) {
        return caller.holds(home, Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR)
                ? Outcome.done(home)
                : Outcome.refused(KitRefusal.FORBIDDEN, "homeDivision");
    }

    private ImportRow fresh(String reference, Right right, DivisionCode home, LocalDate today) {
        UUID id = Ids.next();
        return new ImportRow.Fresh(
                reference,
                id,
                VolunteerNumber.next(home, random),
                home.value(),
                seal.seal(id, right.person()),
                AgeBand.of(right.person().birthDate(), today),
                right.registeredOn(),
                right.form());
    }
}
