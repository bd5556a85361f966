package org.linli.registration;

import java.time.Instant;

/**
 * A one-time code to hand over. It is shown this once.
 *
 * @param code eight digits
 * @param expiresAt first moment it no longer works
 */
public record IssuedCode(String code, Instant expiresAt) {
    @Override
    public String toString() {
        return "IssuedCode[until " + expiresAt + "]";
    }
}
