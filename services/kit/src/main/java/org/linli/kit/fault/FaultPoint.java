package org.linli.kit.fault;

import io.quarkus.runtime.configuration.ConfigUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A moment at which a death would do the most harm (reliability, guard 3). A test arms one by making the file
 * {@code <directory>/<service>.<point>}, where the directory is the environment variable {@code LINLI_FAULT_POINTS};
 * the process that gets there first takes the file away and halts as if it had been killed, and the next one runs on.
 * Only in the profile {@code local}; in any other one, and without the variable, a point is passed without a look. In
 * the profile {@code test}, where the process is the test's own, only what was being done dies, by {@link Died}.
 *
 * @param name of the moment, lower case with hyphens; the kit's own are here, a service names others
 */
public record FaultPoint(String name) {
    // before the points: they are checked by it
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** A change and the answer to it are committed; the answer has not left. */
    public static final FaultPoint ANSWER_COMMITTED = new FaultPoint("answer-committed");

    /** Events are committed and read by the relay; none is sent. */
    public static final FaultPoint RELAY_READ = new FaultPoint("relay-read");

    /** Kafka has acknowledged events; they are not deleted. */
    public static final FaultPoint RELAY_ACKNOWLEDGED = new FaultPoint("relay-acknowledged");

    /** A batch of events is committed; Kafka has not been told, and the next batch has not begun. */
    public static final FaultPoint BATCH_COMMITTED = new FaultPoint("batch-committed");

    /** What a process that was killed by signal 9 ends with. */
    private static final int AS_IF_KILLED = 137;

    public FaultPoint {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a moment: " + name);
        }
    }

    /** What ends the work in hand where the process may not die. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Died(FaultPoint where) {
            super("died at the point " + where.name() + ", as a test wanted");
        }
    }

    /** Whoever passes by dies here if the point is armed. */
    public void reached() {
        if (Armed.DIRECTORY.isPresent() && isTaken(Armed.DIRECTORY.get(), Armed.SERVICE)) {
            if (Armed.IN_A_TEST) {
                throw new Died(this);
            }
            Runtime.getRuntime().halt(AS_IF_KILLED);
        }
    }

    /** The name of the file that arms this point for a service. */
    String fileOf(String service) {
        return service + "." + name;
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
        private static final Config CONFIGURATION = ConfigProvider.getConfig();

        static final boolean IN_A_TEST = ConfigUtils.isProfileActive("test");

        static final Optional<Path> DIRECTORY = IN_A_TEST || ConfigUtils.isProfileActive("local")
                ? CONFIGURATION
                        .getOptionalValue("LINLI_FAULT_POINTS", String.class)
                        .filter(directory -> !directory.isBlank())
                        .map(Path::of)
                : Optional.empty();

        static final String SERVICE = CONFIGURATION
                .getOptionalValue("quarkus.application.name", String.class)
                .orElse("");
    }
}
