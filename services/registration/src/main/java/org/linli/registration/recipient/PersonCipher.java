package org.linli.registration.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.kit.crypto.FieldCipher;

/** Seals the personal fields of a recipient for its row, and opens them again. */
@ApplicationScoped
class PersonCipher {
    private static final String TABLE = "recipient";

    private final FieldCipher cipher;

    @Inject
    PersonCipher(FieldCipher cipher) {
        this.cipher = cipher;
    }

    SealedPerson seal(UUID row, Person person) {
        String birthDate =
                person.birthDate() == null ? null : person.birthDate().toString();
        return new SealedPerson(
                cipher.encrypt(person.name(), TABLE, row, "name"),
                cipher.encrypt(person.phone(), TABLE, row, "phone"),
                cipher.encrypt(person.address(), TABLE, row, "address"),
                cipher.encrypt(person.careNotes(), TABLE, row, "care_notes"),
                cipher.encrypt(birthDate, TABLE, row, "birth_date"));
    }

    Person open(UUID row, SealedPerson sealed) {
        String birthDate = cipher.decrypt(sealed.birthDate(), TABLE, row, "birth_date");
        return new Person(
                cipher.decrypt(sealed.name(), TABLE, row, "name"),
                cipher.decrypt(sealed.phone(), TABLE, row, "phone"),
                cipher.decrypt(sealed.address(), TABLE, row, "address"),
                cipher.decrypt(sealed.careNotes(), TABLE, row, "care_notes"),
                birthDate == null ? null : LocalDate.parse(birthDate));
    }

    /** For lists: only the name is opened, and only to be masked. */
    RecipientView masked(Recipient recipient) {
        String name = cipher.decrypt(recipient.person().name(), TABLE, recipient.id(), "name");
        // of an old file whose personal fields are no longer kept
        return recipient.view(name == null ? "" : Person.nameInLists(name, recipient.kind()));
    }
}
