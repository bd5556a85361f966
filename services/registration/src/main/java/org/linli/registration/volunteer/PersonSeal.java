package org.linli.registration.volunteer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.kit.crypto.BlindIndex;
import org.linli.kit.crypto.FieldCipher;
import org.linli.registration.PhoneNumber;

/** Encrypts and decrypts the personal fields of a volunteer (product R04). */
@ApplicationScoped
class PersonSeal {
    private static final String TABLE = "volunteer";

    private final FieldCipher cipher;
    private final BlindIndex index;

    @Inject
    PersonSeal(FieldCipher cipher, BlindIndex index) {
        this.cipher = cipher;
        this.index = index;
    }

    /** Seals the fields for one row. */
    SealedPerson seal(UUID row, Person person) {
        SealedPerson sealed = new SealedPerson();
        sealed.realName = cipher.encrypt(person.realName(), TABLE, row, "real_name");
        sealed.nameIndex = nameIndex(person.realName());
        sealed.documentType = person.document().type();
        sealed.documentNumber = cipher.encrypt(person.document().number(), TABLE, row, "document_number");
        sealed.documentIndex = documentIndex(person.document());
        sealed.phone = cipher.encrypt(person.phone().value(), TABLE, row, "phone");
        sealed.phoneIndex = phoneIndex(person.phone());
        sealed.birthDate = cipher.encrypt(person.birthDate().toString(), TABLE, row, "birth_date");
        sealed.sex = person.sex();
        return sealed;
    }

    /** Opens the fields of one row. */
    Person open(UUID row, SealedPerson sealed) {
        return new Person(
                cipher.decrypt(sealed.realName, TABLE, row, "real_name"),
                new IdentityDocument(
                        sealed.documentType, cipher.decrypt(sealed.documentNumber, TABLE, row, "document_number")),
                new PhoneNumber(cipher.decrypt(sealed.phone, TABLE, row, "phone")),
                birthDate(row, sealed),
                sealed.sex);
    }

    /** Opens the birth date alone. */
    LocalDate birthDate(UUID row, SealedPerson sealed) {
        return LocalDate.parse(cipher.decrypt(sealed.birthDate, TABLE, row, "birth_date"));
    }

    /** Fingerprint by which a second registration of the same person is found. */
    byte[] documentIndex(IdentityDocument document) {
        return index.of(document.identity());
    }

    /** Fingerprint by which volunteers of a name are found. */
    byte[] nameIndex(String name) {
        return index.of("name|" + name);
    }

    /** Fingerprint by which volunteers with a phone number are found. */
    byte[] phoneIndex(PhoneNumber phone) {
        return index.of("phone|" + phone.value());
    }
}
