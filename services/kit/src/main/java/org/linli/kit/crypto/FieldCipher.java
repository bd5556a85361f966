package org.linli.kit.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts personal fields (product R04) with Tink's authenticated encryption. Table, row and column are associated
 * data: a value copied to another row or column does not decrypt. Keys rotate by adding a key to the keyset.
 */
@ApplicationScoped
public class FieldCipher {
    private final KeyFiles keys;
    private Aead aead;

    @Inject
    FieldCipher(KeyFiles keys) {
        this.keys = keys;
    }

    /** Encrypts a text for one field; null stays null. */
    public byte[] encrypt(String text, String table, Object row, String column) {
        if (text == null) {
            return null;
        }
        try {
            return aead().encrypt(text.getBytes(StandardCharsets.UTF_8), field(table, row, column));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the field key does not encrypt", broken);
        }
    }

    /**
     * Decrypts a field; null stays null.
     *
     * @throws IllegalStateException if the bytes belong to another field or were changed
     */
    public String decrypt(byte[] sealed, String table, Object row, String column) {
        if (sealed == null) {
            return null;
        }
        try {
            return new String(aead().decrypt(sealed, field(table, row, column)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException("a stored field does not decrypt: " + table + "." + column, foreign);
        }
    }

    private static byte[] field(String table, Object row, String column) {
        return (table + "|" + row + "|" + column).getBytes(StandardCharsets.UTF_8);
    }

    private synchronized Aead aead() throws GeneralSecurityException {
        if (aead == null) {
            AeadConfig.register();
            String keyset = keys.text("fields.keyset.json", FieldCipher::newKeyset);
            aead = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        }
        return aead;
    }

    private static String newKeyset() {
        try {
            KeysetHandle fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink has AES-GCM", impossible);
        }
    }
}
