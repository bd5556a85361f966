package org.linli.notification.channel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.linli.wire.CaughtMail;
import org.linli.wire.TcpProxy;

/**
 * The mail server of a test: a real one behind a wire that can be cut.
 *
 * @param directory where it keeps what it caught
 * @param wire the way to it
 */
public record MailServer(Path directory, TcpProxy wire) {
    /** It has no letterboxes here. */
    public static final String REFUSED = "@refused.example";

    private static final Pattern CODE = Pattern.compile("\\d{6}");

    /** What was sent to an address, newest first. */
    public List<CaughtMail> to(String address) {
        return CaughtMail.in(directory)
                .filter(mail -> mail.to().equals(address))
                .toList();
    }

    /** The code that was sent last to an address. */
    public String codeFor(String address) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> to(address).stream()
                        .anyMatch(mail -> CODE.matcher(mail.text()).find()));
        Matcher code = CODE.matcher(to(address).getFirst().text());
        if (!code.find()) {
            throw new AssertionError("the newest e-mail brings no code");
        }
        return code.group();
    }
}
