package org.linli.registration.guardian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.crypto.FieldCipher;
import org.linli.registration.Masking;

/** Seals the personal fields of a guardian for its row; they are only ever opened to be masked. */
@ApplicationScoped
class GuardianCipher {
    private static final String TABLE = "guardian";

    private final FieldCipher cipher;

    @Inject
    GuardianCipher(FieldCipher cipher) {
        this.cipher = cipher;
    }

    Guardian.Naming seal(UUID id, UUID guardianshipId, Relationship relationship, String name, String phone) {
        return new Guardian.Naming(
                id,
                guardianshipId,
                relationship,
                cipher.encrypt(name, TABLE, id, "name"),
                cipher.encrypt(phone, TABLE, id, "phone"));
    }

    GuardianView masked(UUID volunteerId, Guardian guardian) {
        return guardian.view(
                volunteerId,
                Masking.name(cipher.decrypt(guardian.name(), TABLE, guardian.id(), "name")),
                Masking.phone(cipher.decrypt(guardian.phone(), TABLE, guardian.id(), "phone")));
    }
}
