package org.linli.notification.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.linli.kit.crypto.BlindIndex;

/**
 * The six digits that prove an address. They are computed from the random id of the code with the key of this
 * installation, so that they are stored nowhere: not with the address, not with the e-mail that waits to be sent.
 */
@ApplicationScoped
class AddressCodes {
    private static final long CODES = 1_000_000;

    private final BlindIndex index;

    @Inject
    AddressCodes(BlindIndex index) {
        this.index = index;
    }

    /** The digits of a code. */
    String digits(UUID codeId) {
        long number = ByteBuffer.wrap(index.of("address-code|" + codeId)).getLong();
        return "%06d".formatted(Math.floorMod(number, CODES));
    }

    /** What tells that two addresses are the same, without telling which. */
    byte[] fingerprint(EmailAddress address) {
        return index.of("address|" + address.normalised());
    }
}
