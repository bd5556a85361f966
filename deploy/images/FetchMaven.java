import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Downloads an archive and keeps it only if it is the expected one: {@code java FetchMaven.java URL SHA-512 FILE}. */
public final class FetchMaven {
    private FetchMaven() {}

    public static void main(String[] arguments) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        Path file = Path.of(arguments[2]);
        try (InputStream archive =
                new DigestInputStream(URI.create(arguments[0]).toURL().openStream(), digest)) {
            Files.copy(archive, file);
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(arguments[1])) {
            Files.delete(file);
            throw new IllegalStateException(arguments[0] + " is not what it should be: " + found);
        }
    }
}
