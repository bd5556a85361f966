package org.linli.cli.embedded;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** One line a log record, as all logs of the city have it. */
public final class LogFormat {
    /** For the java command line of everything that logs through java.util.logging. */
    public static final String OPTION =
            "-Djava.util.logging.SimpleFormatter.format=%1$tF %1$tT.%1$tL %4$-7s [%3$s] %5$s%6$s%n";

    /** The libraries' own chatter starts at this level. Kept here: java.util.logging forgets loggers nobody holds. */
    private static final List<Logger> LIBRARIES = Stream.of(
                    "org.apache.kafka", "io.zonky", "no.nav", "io.netty", "okhttp3", "org.subethamail")
            .map(Logger::getLogger)
            .toList();

    private LogFormat() {}

    /** Lets nothing of libraries through; for who cuts the libraries' connections on purpose. */
    public static void silenceLibraries() {
        LIBRARIES.forEach(library -> library.setLevel(Level.OFF));
    }

    /** Lets only warnings of libraries through. */
    public static void quietLibraries() {
        LIBRARIES.forEach(library -> library.setLevel(Level.WARNING));
    }
}
