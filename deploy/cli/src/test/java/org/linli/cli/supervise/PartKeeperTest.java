package org.linli.cli.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartKeeperTest {
    @TempDir
    private Path directory;

    private PartKeeper keeper;
    private Board board;

    @AfterEach
    void stop() {
        keeper.stop(false);
    }

    @Test
    void what_dies_is_started_again() {
        // Given a part that runs
        Sleeper part = keep(new Sleeper(List.of()));
        awaitPhase(Phase.HEALTHY);
        ProcessIdentity first = board.of("sleeper").process();

        // When it is killed
        first.find().orElseThrow().destroyForcibly();

        // Then another process takes its place and the restart is counted
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(board.of("sleeper").phase()).isEqualTo(Phase.HEALTHY);
            assertThat(board.of("sleeper").process()).isNotEqualTo(first);
        });
        assertThat(board.of("sleeper").restarts()).isEqualTo(1);
        assertThat(part.settled).hasValue(2);
    }

    @Test
    void nobody_starts_before_those_it_needs() {
        Part other = new Sleeper(List.of()) {
            @Override
            public String name() {
                return "other";
            }
        };
        Sleeper part = new Sleeper(List.of("other"));
        board = new Board(new StateFile(directory.resolve("state.json")), 8080, List.of(other, part));
        keeper = new PartKeeper(part, board);
        keeper.begin();
        assertThat(board.of("sleeper").phase()).isEqualTo(Phase.WAITING);

        board.change("other", state -> state.entered(Phase.HEALTHY, "", java.time.Instant.now()));

        awaitPhase(Phase.HEALTHY);
    }

    @Test
    void what_cannot_be_started_is_tried_again_and_says_why() {
        keep(new Sleeper(List.of()) {
            @Override
            public Running start() throws IOException {
                throw new IOException("no such program");
            }
        });

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(board.of("sleeper").restarts()).isGreaterThanOrEqualTo(2);
            assertThat(board.of("sleeper").detail()).contains("no such program");
        });
    }

    @Test
    void stopping_ends_the_process_and_writes_it_down() throws Exception {
        keep(new Sleeper(List.of()));
        awaitPhase(Phase.HEALTHY);
        ProcessIdentity process = board.of("sleeper").process();

        keeper.stop(false);

        assertThat(process.isAlive()).isFalse();
        assertThat(board.of("sleeper").phase()).isEqualTo(Phase.STOPPED);
        assertThat(Files.readString(directory.resolve("state.json"))).contains("STOPPED");
    }

    private Sleeper keep(Sleeper part) {
        board = new Board(new StateFile(directory.resolve("state.json")), 8080, List.of(part));
        keeper = new PartKeeper(part, board);
        keeper.begin();
        return part;
    }

    private void awaitPhase(Phase phase) {
        await().atMost(Duration.ofSeconds(20)).until(() -> board.of("sleeper").phase() == phase);
    }

    private static class Sleeper implements Part {
        private final List<String> after;
        private final AtomicInteger settled = new AtomicInteger();

        Sleeper(List<String> after) {
            this.after = after;
        }

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public int port() {
            return 8081;
        }

        @Override
        public List<String> after() {
            return after;
        }

        @Override
        public Running start() throws IOException {
            return new RunningProcess(new ProcessBuilder("sleep", "600").start().toHandle(), signal());
        }

        @Override
        public Health health() {
            return Health.GOOD;
        }

        @Override
        public void settle() {
            settled.incrementAndGet();
        }
    }
}
