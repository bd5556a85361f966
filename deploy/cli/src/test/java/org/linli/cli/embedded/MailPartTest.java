package org.linli.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.cli.Ports;
import org.linli.cli.supervise.Health;
import org.linli.cli.supervise.Running;
import org.linli.wire.CaughtMail;

class MailPartTest {
    @TempDir
    private Path home;

    private MailPart part;
    private Running running;

    @BeforeEach
    void start() throws IOException {
        part = new MailPart(Ports.anyFree(), home.resolve("mail"));
        running = part.start();
    }

    @AfterEach
    void stop() {
        running.stop(Duration.ZERO);
    }

    @Test
    void it_is_healthy_while_it_greets_and_silent_afterwards() {
        assertThat(part.health()).isEqualTo(Health.GOOD);

        running.stop(Duration.ZERO);

        assertThat(running.isAlive()).isFalse();
        assertThat(part.health().ready()).isFalse();
    }

    @Test
    void what_it_caught_is_there_after_its_end_and_nobody_else_may_read_it() throws IOException {
        write("zhang@example.org");
        running.stop(Duration.ZERO);

        assertThat(CaughtMail.in(part.directory()).map(CaughtMail::to)).containsExactly("zhang@example.org");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part.directory())))
                .isEqualTo("rwx------");
    }

    private void write(String to) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), part.port())) {
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            in.readLine();
            for (String line : List.of("HELO here", "MAIL FROM:<linli@example.org>", "RCPT TO:<" + to + ">", "DATA")) {
                out.print(line + "\r\n");
                out.flush();
                in.readLine();
            }
            out.print("To: " + to + "\r\nSubject: hello\r\n\r\nhello\r\n.\r\n");
            out.flush();
            assertThat(in.readLine()).startsWith("250");
        }
    }
}
