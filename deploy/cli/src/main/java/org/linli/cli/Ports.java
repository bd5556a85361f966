package org.linli.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ten neighbouring ports of one local city; all of them listen on 127.0.0.1 only. */
public record Ports(int gateway) {
    /** What {@code LINLI_PORT} is when nobody says otherwise. */
    public static final int DEFAULT_GATEWAY = 8080;

    private static final int LAST_OFFSET = 9;

    public Ports {
        if (gateway < 1024 || gateway + LAST_OFFSET > 65_535) {
            throw new Refusal(
                    "LINLI_PORT must be a number from 1024 to " + (65_535 - LAST_OFFSET) + ", not " + gateway + ".");
        }
    }

    /** Reads the value of {@code LINLI_PORT}. */
    public static Ports parse(String value) {
        try {
            return new Ports(Integer.parseInt(value.strip()));
        } catch (NumberFormatException notANumber) {
            throw new Refusal("LINLI_PORT must be a number, not \"" + value + "\".");
        }
    }

    /** A port that nobody uses now, for one server of its own. */
    public static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public int registration() {
        return gateway + 1;
    }

    public int activity() {
        return gateway + 2;
    }

    public int points() {
        return gateway + 3;
    }

    public int notification() {
        return gateway + 4;
    }

    public int signIn() {
        return gateway + 5;
    }

    public int kafka() {
        return gateway + 6;
    }

    public int kafkaController() {
        return gateway + 7;
    }

    public int postgres() {
        return gateway + 8;
    }

    public int mail() {
        return gateway + LAST_OFFSET;
    }

    /** Every port with the name of who listens there, in ascending order. */
    public Map<Integer, String> byNumber() {
        Map<Integer, String> all = new LinkedHashMap<>();
        all.put(gateway, "gateway");
        all.put(registration(), "registration");
        all.put(activity(), "activity");
        all.put(points(), "points");
        all.put(notification(), "notification");
        all.put(signIn(), "sign-in");
        all.put(kafka(), "Kafka");
        all.put(kafkaController(), "the Kafka controller");
        all.put(postgres(), "PostgreSQL");
        all.put(mail(), "mail");
        return all;
    }
}
