package org.linli.cli.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Which batches are done, one byte each in a file. Losing the file loses time only: whatever is sent again is answered
 * as done before.
 */
final class Marks implements AutoCloseable {
    private final FileChannel file;

    Marks(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    boolean isDone(int number) {
        try {
            ByteBuffer mark = ByteBuffer.allocate(1);
            return file.read(mark, number) == 1 && mark.get(0) == 1;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void done(int number) {
        try {
            file.write(ByteBuffer.wrap(new byte[] {1}), number);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
