package org.linli.kit.fault;

import io.quarkus.runtime.configuration.ConfigUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A moment at which a death would do the most harm (reliability, guard 3). A test arms one by making the file
 * {@code <directory>/<service>.<point>}, where the directory is the environment variable {@code LINLI_FAULT_POINTS};
 * the process that gets there first takes the file away and halts as if it had been killed, and the next one runs on.
 * Only in the profile {@code local}; in any other one, and without the variable, a point is passed without a look.
 */
public enum FaultPoint {
    /** A change and the answer to it are committed; the answer has not left. */
    ANSWER_COMMITTED,
    /** Events are committed and read by the relay; none is sent. */
    RELAY_READ,
    /** Kafka has acknowledged events; they are not deleted. */
    RELAY_ACKNOWLEDGED,
    /** A batch of events is committed; Kafka has not been told, and the next batch has not begun. */
    BATCH_COMMITTED;

    /** What a process that was killed by signal 9 ends with. */
    private static final int AS_IF_KILLED = 137;

    /** Whoever passes by dies here if the point is armed. */
    public void reached() {
        if (Armed.DIRECTORY.isPresent() && isTaken(Armed.DIRECTORY.get(), Armed.SERVICE)) {
            Runtime.getRuntime().halt(AS_IF_KILLED);
        }
    }

    /** The name of the file that arms this point for a service. */
    String fileOf(String service) {
        return service + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it was armed; of all who ask at the same time one is told so. */
    boolean isTaken(Path directory, String service) {
        try {
            return Files.deleteIfExists(directory.resolve(fileOf(service)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Looked up when the first point is reached: by then the configuration is there. */
    private static final class Armed {
        static final Optional<Path> DIRECTORY = ConfigUtils.isProfileActive("local")
                ? Optional.ofNullable(System.getenv("LINLI_FAULT_POINTS"))
                        .filter(directory -> !directory.isBlank())
                        .map(Path::of)
                : Optional.empty();

        static final String SERVICE = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.application.name", String.class)
                .orElse("");
    }
}
