package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkplaceTest {
    @TempDir
    private Path directory;

    @Test
    void without_variables_the_data_live_in_the_repository_and_the_gateway_listens_on_8080() {
        Workplace workplace = Workplace.of(directory, Map.of());

        assertThat(workplace.home().root()).isEqualTo(directory.resolve(".linli"));
        assertThat(workplace.ports()).isEqualTo(new Ports(8080));
    }

    @Test
    void the_port_of_the_first_start_is_kept_because_the_accounts_depend_on_it() {
        // Given a home that was started at another port
        Workplace workplace = Workplace.of(
                directory, Map.of("LINLI_HOME", directory.resolve("home").toString()));
        workplace.home().create();
        workplace.home().recordPort(18_080);

        // Then nobody needs to say it again
        assertThat(workplace.ports()).isEqualTo(new Ports(18_080));
    }

    @Test
    void a_port_that_is_asked_for_wins_over_the_one_of_the_first_start() {
        Workplace workplace = Workplace.of(
                directory, Map.of("LINLI_HOME", directory.resolve("home").toString(), "LINLI_PORT", "9090"));
        workplace.home().create();
        workplace.home().recordPort(18_080);

        assertThat(workplace.ports()).isEqualTo(new Ports(9090));
    }

    @Test
    void only_a_directory_that_linli_made_is_a_home() {
        LinliHome home = new LinliHome(directory.resolve("home"));
        assertThat(home.isMarked()).isFalse();

        home.create();

        assertThat(home.isMarked()).isTrue();
    }
}
