package org.linli.activity.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.crypto.FieldCipher;

/** Encrypts and reads what is a person's about the programme: contacts and reasons (decision 11). */
@ApplicationScoped
class ActivityTexts {
    private final FieldCipher cipher;

    @Inject
    ActivityTexts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    byte[] sealContact(UUID activity, String text) {
        return cipher.encrypt(text, Activity.TABLE, activity, "contact");
    }

    String contact(Activity activity) {
        return cipher.decrypt(activity.contact(), Activity.TABLE, activity.id(), "contact");
    }

    byte[] sealReason(UUID activity, String text) {
        return cipher.encrypt(text, Activity.TABLE, activity, "reason");
    }

    String reason(Activity activity) {
        return cipher.decrypt(activity.reason(), Activity.TABLE, activity.id(), "reason");
    }

    byte[] sealTemplateContact(UUID template, String text) {
        return cipher.encrypt(text, ActivityTemplate.TABLE, template, "contact");
    }

    String contact(ActivityTemplate template) {
        return cipher.decrypt(template.contact(), ActivityTemplate.TABLE, template.id(), "contact");
    }
}
