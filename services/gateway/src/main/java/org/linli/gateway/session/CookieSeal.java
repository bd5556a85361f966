package org.linli.gateway.session;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a browser keeps for us and can neither read nor change: compressed, then sealed with AES-256 in GCM. The name of
 * the cookie is part of the seal, so that one cookie cannot be passed off as another.
 */
final class CookieSeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LARGEST = 32 * 1024;

    private final List<SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();

    /** @param keys 32 bytes each: the first one seals, all of them open */
    CookieSeal(List<byte[]> keys) {
        this.keys = keys.stream().map(key -> new SecretKeySpec(key, "AES")).toList();
    }

    String seal(String name, JsonObject content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, name);
            byte[] sealed = cipher.doFinal(deflated(content.toBuffer().getBytes()));
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("nothing can be sealed", impossible);
        }
    }

    /** What was sealed under that name; empty for anything else. */
    Optional<JsonObject> open(String name, String sealed) {
        byte[] all = bytes(sealed);
        if (all.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        return keys.stream().flatMap(key -> open(name, all, key).stream()).findFirst();
    }

    private static Optional<JsonObject> open(String name, byte[] all, SecretKeySpec key) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(all, NONCE_BYTES), name);
            byte[] content = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new JsonObject(new String(inflated(content), StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | DataFormatException | DecodeException notOurs) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String name)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }

    private static byte[] deflated(byte[] plain) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(plain);
            deflater.finish();
            byte[] target = new byte[plain.length + 64];
            return Arrays.copyOf(target, deflater.deflate(target));
        }
    }

    private static byte[] inflated(byte[] compressed) throws DataFormatException {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(compressed);
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            byte[] part = new byte[4096];
            while (!inflater.finished() && plain.size() < LARGEST) {
                int length = inflater.inflate(part);
                if (length == 0) {
                    throw new DataFormatException("it ends too early");
                }
                plain.write(part, 0, length);
            }
            return plain.toByteArray();
        }
    }
}
