package org.linli.cli.seed;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Which batches are done, one byte each in a file. Losing the file loses time only: whatever is sent again is answered
 * as done before.
 */
final class Marks implements AutoCloseable {
    private static final byte DONE = 1;

    private final Slots slots;

    Marks(Path path) {
        slots = new Slots(path, 1);
    }

    boolean isDone(int number) {
        return slots.read(number).get() == DONE;
    }

    void done(int number) {
        slots.write(number, ByteBuffer.wrap(new byte[] {DONE}));
    }

    @Override
    public void close() {
        slots.close();
    }
}
