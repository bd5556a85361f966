package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElsewhereTest {
    private static final URI GATEWAY = URI.create("http://127.0.0.1:18080");

    @TempDir
    private Path directory;

    @Test
    void a_demo_in_containers_is_found_by_what_it_handed_over() throws Exception {
        handOver("issuer=http://127.0.0.1:8085/realms/linli\nsecret=s\nkafka=127.0.0.1:8086\n"
                + "postgres.port=8088\npostgres.password=p\n");

        Workplace workplace = Workplace.of(directory, Map.of()).elsewhere(GATEWAY);

        assertThat(workplace.gatewayUrl()).isEqualTo("http://127.0.0.1:18080");
        assertThat(workplace.kafka()).isEqualTo("127.0.0.1:8086");
        assertThat(workplace.personas().issuer()).isEqualTo("http://127.0.0.1:8085/realms/linli");
    }

    @Test
    void without_a_demo_one_sentence_says_how_to_start_it() {
        assertThatThrownBy(() -> Workplace.of(directory, Map.of()).elsewhere(GATEWAY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("docker-compose.demo.yml");
    }

    @Test
    void half_of_what_is_handed_over_is_refused_by_name() throws Exception {
        handOver("issuer=http://127.0.0.1:8085/realms/linli\n");

        assertThatThrownBy(() -> Workplace.of(directory, Map.of()).elsewhere(GATEWAY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("\"secret\"");
    }

    private void handOver(String properties) throws Exception {
        Path file = directory.resolve(".linli/containers/demo.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, properties);
    }
}
