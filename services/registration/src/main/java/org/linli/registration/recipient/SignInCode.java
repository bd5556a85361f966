package org.linli.registration.recipient;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.linli.registration.OneTimeCode;

/** The place of the one-time code with which a recipient's own sign-in is linked; the newest code counts. */
@Entity(name = "SignInCode")
@Table(name = "sign_in_code")
class SignInCode {
    @Id
    @Column(name = "recipient_id")
    private UUID recipientId;

    @Embedded
    private OneTimeCode code;

    @Version
    private long version;

    /** For Hibernate. */
    protected SignInCode() {}

    /** The place of a recipient's code; there is none yet. */
    static SignInCode of(UUID recipientId) {
        SignInCode place = new SignInCode();
        place.recipientId = recipientId;
        return place;
    }

    void take(OneTimeCode fresh) {
        code = fresh;
    }

    OneTimeCode code() {
        return code;
    }
}
