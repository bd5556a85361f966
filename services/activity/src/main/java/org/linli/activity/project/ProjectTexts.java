package org.linli.activity.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.crypto.FieldCipher;

/** Encrypts and reads what people wrote about claims for few to read (decision 11). */
@ApplicationScoped
class ProjectTexts {
    private final FieldCipher cipher;

    @Inject
    ProjectTexts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    byte[] sealWords(UUID claim, String text) {
        return cipher.encrypt(text, ProjectClaim.TABLE, claim, "words");
    }

    String words(ProjectClaim claim) {
        return cipher.decrypt(claim.words(), ProjectClaim.TABLE, claim.id(), "words");
    }

    byte[] sealReason(UUID claim, String text) {
        return cipher.encrypt(text, ProjectClaim.TABLE, claim, "reason");
    }

    String reason(ProjectClaim claim) {
        return cipher.decrypt(claim.reason(), ProjectClaim.TABLE, claim.id(), "reason");
    }
}
