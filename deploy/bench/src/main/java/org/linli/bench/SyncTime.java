package org.linli.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** How long it takes until a page of the write-ahead log is on the disk (fdatasync), where PostgreSQL writes. */
final class SyncTime {
    private static final int PAGE = 8192;
    private static final int PAGES = 512;

    private SyncTime() {}

    /** Median in milliseconds; the file is as long as it gets before, like a segment that is used again. */
    static double medianMilliseconds(Path directory, int times) throws IOException {
        Path file = Files.createTempFile(directory, "sync", ".tmp");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.allocateDirect(PAGE);
            for (int number = 0; number < PAGES; number++) {
                channel.write(page.clear(), (long) number * PAGE);
            }
            channel.force(true);
            long[] nanos = new long[times];
            for (int number = 0; number < times; number++) {
                long begun = System.nanoTime();
                channel.write(page.clear(), (long) (number % PAGES) * PAGE);
                channel.force(false);
                nanos[number] = System.nanoTime() - begun;
            }
            Arrays.sort(nanos);
            return nanos[times / 2] / 1e6;
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
