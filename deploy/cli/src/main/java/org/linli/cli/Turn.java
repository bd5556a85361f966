package org.linli.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One at a time, also between programs: holds a lock on a file until closed; the system frees it for one that dies. */
final class Turn implements AutoCloseable {
    private final FileChannel channel;

    private Turn(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the turn; {@code whenBusy} runs once, before the waiting, if somebody else has it. */
    static Turn take(Path file, Runnable whenBusy) {
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                whenBusy.run();
                channel.lock();
            }
            return new Turn(channel);
        } catch (IOException cannotLock) {
            throw new Refusal("Linli cannot lock " + file + ": " + cannotLock.getMessage() + ".");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            throw new Refusal("Linli cannot free a lock: " + gone.getMessage() + ".");
        }
    }
}
