package org.linli.cli.supervise;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that can be found again: numbers are reused, a number together with the moment of its start is not.
 *
 * @param pid the number
 * @param started the boot of the machine and the tick of the start where /proc tells them, else an instant
 */
public record ProcessIdentity(long pid, String started) {
    /** Field 22 of /proc/PID/stat, counted from the field after the command's closing parenthesis. */
    private static final int START_TICKS_FIELD = 19;

    /** The identity of a process that runs now; empty if there is none of that number. */
    public static Optional<ProcessIdentity> of(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).flatMap(ProcessIdentity::startOf);
    }

    /** The identity of the process that asks. */
    public static ProcessIdentity ofSelf() {
        return of(ProcessHandle.current().pid()).orElseThrow();
    }

    /** The process itself, if it is still the one that was written down. */
    public Optional<ProcessHandle> find() {
        return of(pid).filter(this::equals).flatMap(same -> ProcessHandle.of(pid));
    }

    @JsonIgnore
    public boolean isAlive() {
        return find().isPresent();
    }

    private static Optional<ProcessIdentity> startOf(ProcessHandle process) {
        Path stat = Path.of("/proc/" + process.pid() + "/stat");
        if (Files.exists(Path.of("/proc/self/stat"))) {
            return readStat(stat).map(start -> new ProcessIdentity(process.pid(), start));
        }
        return process.info()
                .startInstant()
                .map(Instant::toString)
                .map(start -> new ProcessIdentity(process.pid(), start));
    }

    private static Optional<String> readStat(Path stat) {
        try {
            String text = Files.readString(stat);
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            boolean zombie = fields[0].equals("Z");
            String boot =
                    Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            return zombie ? Optional.empty() : Optional.of(boot + ":" + fields[START_TICKS_FIELD]);
        } catch (IOException endedMeanwhile) {
            return Optional.empty();
        }
    }
}
