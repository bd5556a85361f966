package org.linli.cli.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of numbered slots of the same size, each written at once; a slot nobody wrote to holds zeros. */
final class Slots implements AutoCloseable {
    private final FileChannel file;
    private final int bytes;

    Slots(Path path, int bytes) {
        this.bytes = bytes;
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What stands there. */
    ByteBuffer read(long number) {
        try {
            ByteBuffer slot = ByteBuffer.allocate(bytes);
            int found = file.read(slot, number * bytes);
            return found == bytes ? slot.flip() : ByteBuffer.allocate(bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Puts a whole slot there. */
    void write(long number, ByteBuffer slot) {
        try {
            file.write(slot, number * bytes);
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
