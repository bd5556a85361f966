package org.linli.cli.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** The ids that the platform gave to the people of the plan, 16 bytes each in the order of their numbers. */
final class PeopleFile implements AutoCloseable {
    private static final int BYTES = 16;

    private final FileChannel file;

    PeopleFile(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The id of a person; null if not known yet. */
    UUID get(long number) {
        try {
            ByteBuffer id = ByteBuffer.allocate(BYTES);
            if (file.read(id, number * BYTES) < BYTES) {
                return null;
            }
            UUID found = new UUID(id.getLong(0), id.getLong(8));
            return found.getMostSignificantBits() == 0 ? null : found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void put(long number, UUID id) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                    .putLong(0, id.getMostSignificantBits())
                    .putLong(8, id.getLeastSignificantBits());
            file.write(bytes, number * BYTES);
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
