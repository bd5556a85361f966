package org.linli.registration.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;

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

    /** Whether both come from the same document. */
    boolean hasDocumentOf(SealedPerson other) {
        return Arrays.equals(documentIndex, other.documentIndex);
    }
}
