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
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The keys of personal fields: a Tink keyset in one file of {@link KeyFiles}. All replicas share it; each notices
 * within
 * {@link #LOOK} that it was changed, whoever changed it, and needs no restart.
 */
@ApplicationScoped
public class FieldKeys {
    private static final String FILE = "fields.keyset.json";

    /** How often the file is looked at. */
    static final Duration LOOK = Duration.ofSeconds(1);

    /** After this every replica knows a new key. */
    public static final Duration SEEN_AFTER = LOOK.multipliedBy(3);

    private static final int TINK = 1;
    /** Of keys that stand in no file. */
    private static final KeyFiles.State NOWHERE = new KeyFiles.State(Instant.MIN, 0, null);

    private final KeyFiles files;
    private volatile Keys keys;
    private volatile long lookedAt;

    @Inject
    FieldKeys(KeyFiles files) {
        this.files = files;
    }

    /** The keys as one state of the file has them. */
    private record Keys(KeysetHandle handle, Aead aead, KeyFiles.State file) {}

    /**
     * One key.
     *
     * @param id eight hexadecimal digits, which every value that it encrypted begins with (after one byte)
     * @param newest whether it encrypts what is written now
     */
    public record Key(String id, boolean newest) {}

    /** What encrypts with the newest key and decrypts with each. */
    Aead now() throws GeneralSecurityException {
        return current().aead();
    }

    /** All keys, in the order in which they were made. */
    public List<Key> all() {
        KeysetHandle handle = handle();
        return IntStream.range(0, handle.size())
                .mapToObj(handle::getAt)
                .map(entry -> new Key(HexFormat.of().toHexDigits(entry.getId()), entry.isPrimary()))
                .toList();
    }

    /** What every value begins with that the newest key encrypted. */
    public byte[] newestPrefix() {
        int id = handle().getPrimary().getId();
        return new byte[] {TINK, (byte) (id >>> 24), (byte) (id >>> 16), (byte) (id >>> 8), (byte) id};
    }

    /** When the keys were changed last. */
    public Instant changedAt() {
        handle();
        return keys.file().writtenAt();
    }

    /** Whether keys can be made and thrown away here. */
    public boolean changeable() {
        return files.writable();
    }

    /** Makes a key that encrypts from now on; the others still read. */
    public void add() {
        change(handle -> KeysetHandle.newBuilder(handle)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build());
    }

    /** Throws a key away: what only it could read is lost. Never the newest. */
    public void remove(String id) {
        change(handle -> {
            KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
            int at = IntStream.range(0, handle.size())
                    .filter(i ->
                            HexFormat.of().toHexDigits(handle.getAt(i).getId()).equals(id))
                    .filter(i -> !handle.getAt(i).isPrimary())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no old key " + id));
            return builder.deleteAt(at).build();
        });
    }

    /** Looks at the file at once; true if it is another one than before. */
    synchronized boolean readAgain() throws GeneralSecurityException {
        Keys before = keys;
        lookedAt = System.nanoTime();
        if (before != null && before.file().equals(file())) {
            return false;
        }
        keys = read();
        return true;
    }

    /** A change of the keyset. */
    private interface Change {
        KeysetHandle of(KeysetHandle handle) throws GeneralSecurityException;
    }

    private void change(Change change) {
        handle();
        files.change(FILE, text -> {
            try {
                return format(change.of(parse(text)));
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException("the keyset of personal fields does not change", broken);
            }
        });
        try {
            readAgain();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the changed keyset does not read", broken);
        }
    }

    private KeysetHandle handle() {
        try {
            return current().handle();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the keyset of personal fields does not read", broken);
        }
    }

    private Keys current() throws GeneralSecurityException {
        if (keys == null || System.nanoTime() - lookedAt > LOOK.toNanos()) {
            readAgain();
        }
        return keys;
    }

    private Keys read() throws GeneralSecurityException {
        AeadConfig.register();
        // made if it is missing, so that there is a state; that first: what changes between the two is read again
        files.text(FILE, FieldKeys::fresh);
        KeyFiles.State file = file();
        KeysetHandle handle = parse(files.text(FILE, FieldKeys::fresh));
        return new Keys(handle, handle.getPrimitive(RegistryConfiguration.get(), Aead.class), file);
    }

    private KeyFiles.State file() {
        return files.state(FILE).orElse(NOWHERE);
    }

    private static KeysetHandle parse(String text) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
    }

    private static String format(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    }

    private static String fresh() {
        try {
            return format(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink has AES-GCM", impossible);
        }
    }
}
