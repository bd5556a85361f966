package org.linli.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;
import org.linli.kit.crypto.BlindIndex;

/** Makes one-time codes that can be read out over the telephone, and their fingerprints. */
@ApplicationScoped
public class CodePrinter {
    /** Eight digits: with five tries, one chance in twenty million. */
    private static final int CODES = 100_000_000;

    private static final Pattern NOISE = Pattern.compile("[\\s\\-]");

    private final SecureRandom random = new SecureRandom();
    private final BlindIndex index;

    @Inject
    CodePrinter(BlindIndex index) {
        this.index = index;
    }

    /** A new code of eight digits. */
    public String fresh() {
        return "%08d".formatted(random.nextInt(CODES));
    }

    /**
     * What is stored of a code: useless without the key, or for anything else. Spaces and hyphens do not count.
     *
     * @param purpose what the code is for
     * @param subject whose file it belongs to
     */
    public byte[] fingerprint(String purpose, UUID subject, String code) {
        return index.of(purpose + "|" + subject + "|" + NOISE.matcher(code).replaceAll(""));
    }
}
