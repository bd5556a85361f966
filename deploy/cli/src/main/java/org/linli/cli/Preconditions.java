package org.linli.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** What must be so before anything is started; each refusal is one sentence that says what to do. */
final class Preconditions {
    private Preconditions() {}

    static void enoughSpace(LinliHome home) {
        enoughSpace(home, home.usableBytes());
    }

    static void enoughSpace(LinliHome home, long usableBytes) {
        if (usableBytes < LinliHome.LEAST_FREE_BYTES) {
            throw new Refusal("The disk is nearly full: only " + (usableBytes >> 20) + " MiB are free at " + home.root()
                    + " and Linli needs 1024; free some or choose another place with LINLI_HOME.");
        }
    }

    static void portsFree(Ports ports) {
        ports.byNumber().forEach((port, who) -> {
            if (!isFree(port)) {
                throw new Refusal("Port " + port + " (for " + who + ") is in use by another program; "
                        + "choose other ports with LINLI_PORT, for example LINLI_PORT=" + suggestion(ports)
                        + " ./linli up.");
            }
        });
    }

    private static int suggestion(Ports ports) {
        for (int port = ports.gateway() + 100; port < ports.gateway() + 5000 && port < 60_000; port += 100) {
            if (new Ports(port).byNumber().keySet().stream().allMatch(Preconditions::isFree)) {
                return port;
            }
        }
        return 18_080;
    }

    /** Whether one may listen there; connections of an earlier run that are still closing do not count. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
