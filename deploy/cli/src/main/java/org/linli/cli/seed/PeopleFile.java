package org.linli.cli.seed;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;

/** The ids that the platform gave to the people of the plan, 16 bytes each in the order of their numbers. */
final class PeopleFile implements AutoCloseable {
    private static final int BYTES = 16;

    private final Slots slots;

    PeopleFile(Path path) {
        slots = new Slots(path, BYTES);
    }

    /** The id of a person; null if not known yet. */
    UUID get(long number) {
        ByteBuffer slot = slots.read(number);
        UUID found = new UUID(slot.getLong(), slot.getLong());
        return found.getMostSignificantBits() == 0 ? null : found;
    }

    void put(long number, UUID id) {
        slots.write(
                number,
                ByteBuffer.allocate(BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .flip());
    }

    @Override
    public void close() {
        slots.close();
    }
}
