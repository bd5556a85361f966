package org.linli.registration.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** The personal fields as they are stored: encrypted, with keyed fingerprints for look-up and uniqueness. */
@Embeddable
class SealedPerson {
    @Column(name = "real_name")
    byte[] realName;

    @Column(name = "name_index")
    byte[] nameIndex;

    @Enumerated(EnumType.STRING)
    @Column(name = "document_type")
    DocumentType documentType;

    @Column(name = "document_number")
    byte[] documentNumber;

    @Column(name = "document_index")
    byte[] documentIndex;

    byte[] phone;

    @Column(name = "phone_index")
    byte[] phoneIndex;

    @Column(name = "birth_date")
    byte[] birthDate;

    @Enumerated(EnumType.STRING)
    Sex sex;

    /** Of somebody who was erased: nothing; only the fingerprint of the document stays unlike any other. */
    static SealedPerson nobody(UUID row) {
        SealedPerson nobody = new SealedPerson();
        nobody.realName = new byte[0];
        nobody.nameIndex = new byte[0];
        nobody.documentNumber = new byte[0];
        nobody.documentIndex = row.toString().getBytes(StandardCharsets.US_ASCII);
        nobody.phone = new byte[0];
        nobody.phoneIndex = new byte[0];
        nobody.birthDate = new byte[0];
        return nobody;
    }

    /** Whether both come from the same document. */
    boolean hasDocumentOf(SealedPerson other) {
        return Arrays.equals(documentIndex, other.documentIndex);
    }
}
