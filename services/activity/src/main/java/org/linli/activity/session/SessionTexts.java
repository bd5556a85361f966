package org.linli.activity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.crypto.FieldCipher;

/** Encrypts and reads why a session was cancelled (decision 11). */
@ApplicationScoped
class SessionTexts {
    private final FieldCipher cipher;

    @Inject
    SessionTexts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    byte[] sealReason(UUID session, String text) {
        return cipher.encrypt(text, Session.TABLE, session, "reason");
    }

    String reason(Session session) {
        return cipher.decrypt(session.reason(), Session.TABLE, session.id(), "reason");
    }
}
