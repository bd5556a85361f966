package org.linli.cli.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrphansTest {
    private Process child;
    private ProcessIdentity identity;

    @BeforeEach
    void aChildIsLeftBehind() throws Exception {
        child = new ProcessBuilder("sleep", "600").start();
        identity = ProcessIdentity.of(child.pid()).orElseThrow();
    }

    @AfterEach
    void tidyUp() {
        child.destroyForcibly();
    }

    @Test
    void a_child_of_a_dead_supervisor_is_ended() throws Exception {
        assertThat(Orphans.end(state(identity))).containsExactly("points");

        assertThat(child.waitFor()).isNotZero();
    }

    @Test
    void a_stranger_who_got_the_number_since_is_left_alone() {
        // Given the number is in use, but by a process that started at another time
        CityState state = state(new ProcessIdentity(identity.pid(), identity.started() + "0"));

        // Then nobody is ended
        assertThat(Orphans.of(state)).isEmpty();
        assertThat(Orphans.end(state)).isEmpty();
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void those_who_depend_on_others_are_ended_first() {
        CityState state = new CityState(
                new ProcessIdentity(1, "gone"),
                8080,
                Instant.EPOCH,
                List.of(part("Kafka", identity), part("points", identity)));

        assertThat(Orphans.of(state)).extracting(PartState::name).containsExactly("points", "Kafka");
    }

    @Test
    void a_part_inside_the_supervisor_is_no_orphan() {
        CityState state = new CityState(identity, 8080, Instant.EPOCH, List.of(part("sign-in", identity)));

        assertThat(Orphans.of(state)).isEmpty();
    }

    private static CityState state(ProcessIdentity process) {
        return new CityState(new ProcessIdentity(1, "gone"), 8080, Instant.EPOCH, List.of(part("points", process)));
    }

    private static PartState part(String name, ProcessIdentity process) {
        return new PartState(name, 8083, Phase.HEALTHY, process, "TERM", Instant.EPOCH, Instant.EPOCH, 0, true, "");
    }
}
