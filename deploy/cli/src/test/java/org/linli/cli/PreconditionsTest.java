package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreconditionsTest {
    @Test
    void a_port_somebody_listens_on_is_named_with_the_way_out() throws Exception {
        try (ServerSocket other = behindAFreePort()) {
            // Given somebody listens where registration would
            Ports ports = new Ports(other.getLocalPort() - 1);

            // Then the refusal names port, part and variable
            assertThatThrownBy(() -> Preconditions.portsFree(ports))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("registration")
                    .hasMessageContaining("LINLI_PORT=");
        }
    }

    /** Somebody listens, and nobody on the port before. */
    private static ServerSocket behindAFreePort() throws IOException {
        while (true) {
            ServerSocket socket = listening(0);
            try (ServerSocket before = listening(socket.getLocalPort() - 1)) {
                return socket;
            } catch (BindException taken) {
                socket.close();
            }
        }
    }

    private static ServerSocket listening(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
    }

    @Test
    void a_nearly_full_disk_is_refused_with_the_way_out(@TempDir Path directory) {
        LinliHome home = new LinliHome(directory.resolve("home"));

        assertThatThrownBy(() -> Preconditions.enoughSpace(home, LinliHome.LEAST_FREE_BYTES - 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1023 MiB")
                .hasMessageContaining("LINLI_HOME");
    }

    @Test
    void exactly_enough_space_is_enough(@TempDir Path directory) {
        Preconditions.enoughSpace(new LinliHome(directory), LinliHome.LEAST_FREE_BYTES);
    }

    @Test
    void free_space_is_measured_where_the_home_will_be(@TempDir Path directory) {
        assertThat(new LinliHome(directory.resolve("not/there/yet")).usableBytes())
                .isPositive();
    }
}
