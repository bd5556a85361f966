package org.linli.activity.signup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.crypto.FieldCipher;

/** Encrypts and reads what persons wrote about sign-ups (decision 11). */
@ApplicationScoped
class SignUpTexts {
    private final FieldCipher cipher;

    @Inject
    SignUpTexts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    byte[] sealReason(UUID signUp, String text) {
        return cipher.encrypt(text, SignUp.TABLE, signUp, "reason");
    }

    String reason(SignUp signUp) {
        return cipher.decrypt(signUp.reason(), SignUp.TABLE, signUp.id(), "reason");
    }

    byte[] sealAppeal(UUID signUp, String text) {
        return cipher.encrypt(text, SignUp.TABLE, signUp, "appeal");
    }

    String appeal(SignUp signUp) {
        return cipher.decrypt(signUp.appeal(), SignUp.TABLE, signUp.id(), "appeal");
    }

    byte[] sealAnswer(UUID signUp, String text) {
        return cipher.encrypt(text, SignUp.TABLE, signUp, "answer");
    }

    String answer(SignUp signUp) {
        return cipher.decrypt(signUp.answer(), SignUp.TABLE, signUp.id(), "answer");
    }
}
