package org.linli.kit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A fault point")
class FaultPointTest {
    @TempDir
    Path directory;

    @Test
    @DisplayName("is taken once however many pass by, so that the process that is started again runs on")
    void isTakenOnce() throws IOException {
        Files.createFile(directory.resolve("points.relay-acknowledged"));
        long taken = IntStream.range(0, 100)
                .parallel()
                .filter(passing -> FaultPoint.RELAY_ACKNOWLEDGED.isTaken(directory, "points"))
                .count();
        assertThat(taken).isOne();
    }

    @Test
    @DisplayName("of one service or moment is not that of another")
    void isItsOwn() throws IOException {
        Files.createFile(directory.resolve("points.batch-committed"));
        assertThat(FaultPoint.BATCH_COMMITTED.isTaken(directory, "activity")).isFalse();
        assertThat(FaultPoint.RELAY_READ.isTaken(directory, "points")).isFalse();
        assertThat(FaultPoint.BATCH_COMMITTED.isTaken(directory, "points")).isTrue();
    }

    @Test
    @DisplayName("is passed alive outside the profile local")
    void isPassedAliveElsewhere() {
        List.of(
                        FaultPoint.ANSWER_COMMITTED,
                        FaultPoint.RELAY_READ,
                        FaultPoint.RELAY_ACKNOWLEDGED,
                        FaultPoint.BATCH_COMMITTED)
                .forEach(FaultPoint::reached);
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }
}
