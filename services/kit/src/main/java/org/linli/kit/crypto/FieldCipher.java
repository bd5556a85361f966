package org.linli.kit.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts personal fields (product R04) with Tink's authenticated encryption. Table, row and column are associated
 * data: a value copied to another row or column does not decrypt. The newest key of {@link FieldKeys} encrypts, each
 * value is read with its own. An empty value is one that was erased.
 */
@ApplicationScoped
public class FieldCipher {
    private final FieldKeys keys;

    @Inject
    FieldCipher(FieldKeys keys) {
        this.keys = keys;
    }

    /** Encrypts a text for one field; null stays null. */
    public byte[] encrypt(String text, String table, Object row, String column) {
        if (text == null) {
            return null;
        }
        try {
            return keys.now().encrypt(text.getBytes(StandardCharsets.UTF_8), field(table, row, column));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the field key does not encrypt", broken);
        }
    }

    /**
     * Decrypts a field; null stays null, and so does what was erased.
     *
     * @throws IllegalStateException if the bytes belong to another field or were changed
     */
    public String decrypt(byte[] sealed, String table, Object row, String column) {
        if (sealed == null || sealed.length == 0) {
            return null;
        }
        try {
            return text(sealed, field(table, row, column));
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException("a stored field does not decrypt: " + table + "." + column, foreign);
        }
    }

    /** Another replica may encrypt with a key that was made a moment ago: then the keys are read once more. */
    private String text(byte[] sealed, byte[] field) throws GeneralSecurityException {
        try {
            return new String(keys.now().decrypt(sealed, field), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException unknown) {
            if (!keys.readAgain()) {
                throw unknown;
            }
            return new String(keys.now().decrypt(sealed, field), StandardCharsets.UTF_8);
        }
    }

    private static byte[] field(String table, Object row, String column) {
        return (table + "|" + row + "|" + column).getBytes(StandardCharsets.UTF_8);
    }
}
