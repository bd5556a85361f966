package org.linli.registration.volunteer;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/**
 * An identity document, its number normalised: capitals, without spaces and hyphens. Numbers other than those of
 * resident identity cards are taken as they are (their published forms contradict each other), 5 to 20 letters and
 * digits.
 */
record IdentityDocument(DocumentType type, String number) {
    private static final Pattern NOISE = Pattern.compile("[\\s\\-()]");
    private static final Pattern OTHER = Pattern.compile("[A-Z0-9]{5,20}");

    /** Reads a document; refused on {@code documentNumber}. */
    static Outcome<IdentityDocument> read(DocumentType type, String text) {
        String number = NOISE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        boolean valid = type == DocumentType.RESIDENT_ID
                ? ResidentId.read(number).isPresent()
                : OTHER.matcher(number).matches();
        return valid
                ? Outcome.done(new IdentityDocument(type, number))
                : Outcome.refused(RegistrationRefusal.DOCUMENT_NUMBER_INVALID, "documentNumber");
    }

    /** Whether it says the same about its owner as the owner does; only resident identity cards say anything. */
    Outcome<IdentityDocument> agreesWith(LocalDate birthDate, Sex sex) {
        if (type != DocumentType.RESIDENT_ID) {
            return Outcome.done(this);
        }
        ResidentId card = ResidentId.read(number).orElseThrow();
        if (!card.birthDate().equals(birthDate)) {
            return Outcome.refused(RegistrationRefusal.DOCUMENT_CONTRADICTS, "birthDate");
        }
        return card.sex() == sex
                ? Outcome.done(this)
                : Outcome.refused(RegistrationRefusal.DOCUMENT_CONTRADICTS, "sex");
    }

    /** What two registrations of the same person have in common. */
    String identity() {
        return "document|" + type + "|" + number;
    }
}
