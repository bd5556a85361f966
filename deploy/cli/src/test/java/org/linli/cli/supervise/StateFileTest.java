package org.linli.cli.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    @TempDir
    private Path directory;

    @Test
    void what_is_written_is_read_again() {
        StateFile file = new StateFile(directory.resolve("state.json"));
        CityState state = state(ProcessIdentity.ofSelf());

        file.write(state);

        assertThat(file.read()).contains(state);
        assertThat(file.readLive()).contains(state);
    }

    @Test
    void a_state_whose_writer_is_gone_is_not_live() {
        StateFile file = new StateFile(directory.resolve("state.json"));
        ProcessIdentity self = ProcessIdentity.ofSelf();

        file.write(state(new ProcessIdentity(self.pid(), "another boot:1")));

        assertThat(file.read()).isPresent();
        assertThat(file.readLive()).isEmpty();
    }

    @Test
    void a_file_nobody_can_read_is_no_state() throws Exception {
        Path path = directory.resolve("state.json");
        Files.writeString(path, "{\"superv");

        assertThat(new StateFile(path).read()).isEmpty();
    }

    @Test
    void no_state_was_written_yet() {
        assertThat(new StateFile(directory.resolve("state.json")).read()).isEmpty();
    }

    private static CityState state(ProcessIdentity supervisor) {
        PartState part = new PartState(
                "points", 8083, Phase.HEALTHY, new ProcessIdentity(4, "boot:5"), "TERM", NOW, NOW, 2, true, "");
        return new CityState(supervisor, 8080, NOW, List.of(part));
    }
}
