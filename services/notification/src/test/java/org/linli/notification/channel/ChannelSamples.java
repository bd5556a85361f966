package org.linli.notification.channel;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;

/** A call that succeeds for every operation about addresses, preferences, deliveries and words. */
public final class ChannelSamples {
    private static final String EMAIL = "/api/v1/channel-addresses/email";
    private static final String PREFERENCES = "/api/v1/notification-preferences";
    private static final String TEMPLATES = "/api/v1/message-templates";
    private static final String FAILED = "/api/v1/operations/notification/deliveries";

    private final Surroundings surroundings;
    private final MailServer mail;

    private ChannelSamples(Surroundings surroundings, MailServer mail) {
        this.surroundings = surroundings;
        this.mail = mail;
    }

    /** By operation. */
    public static Map<String, Supplier<Sample>> all(Surroundings surroundings, MailServer mail) {
        ChannelSamples here = new ChannelSamples(surroundings, mail);
        return Map.ofEntries(
                Map.entry("GET /api/v1/channel-addresses", () -> here.ofAReader("/api/v1/channel-addresses")),
                Map.entry("PUT /api/v1/channel-addresses/email", here::giving),
                Map.entry("DELETE /api/v1/channel-addresses/email", () -> here.ofOneWhoGaveAnAddress(EMAIL)),
                Map.entry(
                        "POST /api/v1/channel-addresses/email/code", () -> here.ofOneWhoGaveAnAddress(EMAIL + "/code")),
                Map.entry("POST /api/v1/channel-addresses/email/verification", here::typing),
                Map.entry("GET /api/v1/notification-preferences", () -> here.ofAReader(PREFERENCES)),
                Map.entry("PUT /api/v1/notification-preferences", here::choosing),
                Map.entry("GET /api/v1/deliveries", () -> here.ofAReader("/api/v1/deliveries")),
                Map.entry("GET /api/v1/message-templates", () -> here.ofAnOperator(TEMPLATES)),
                Map.entry("POST /api/v1/message-templates/{kind}/preview", here::looking),
                Map.entry("GET /api/v1/operations/notification/deliveries", () -> here.ofAnOperator(FAILED)),
                Map.entry("POST /api/v1/operations/notification/deliveries/{id}/retry", here::tryingAgain));
    }

    private Sample ofAReader(String path) {
        return Sample.of(path, Reader.known(surroundings, mail).token());
    }

    private Sample ofAnOperator(String path) {
        return Sample.of(path, Reader.official(surroundings, Role.PLATFORM_OPERATOR));
    }

    private Sample ofOneWhoGaveAnAddress(String path) {
        Reader reader = Reader.known(surroundings, mail);
        reader.givesAddress();
        return Sample.of(path, reader.token());
    }

    private Sample giving() {
        Reader reader = Reader.known(surroundings, mail);
        return Sample.of(EMAIL, Map.of("address", reader.address()), reader.token());
    }

    private Sample typing() {
        Reader reader = Reader.known(surroundings, mail);
        reader.givesAddress();
        return Sample.of(EMAIL + "/verification", Map.of("code", mail.codeFor(reader.address())), reader.token());
    }

    private Sample choosing() {
        Map<String, Object> choice = Map.of("groups", Map.of("POINTS", true), "kinds", Map.of("points-debited", false));
        return Sample.of(
                PREFERENCES,
                Map.of(
                        "language",
                        "en",
                        "inApp",
                        choice,
                        "email",
                        choice,
                        "quietHours",
                        Map.of("from", "22:00", "until", "07:00")),
                Reader.known(surroundings, mail).token());
    }

    private Sample looking() {
        return Sample.of(
                TEMPLATES + "/redemption-held/preview",
                Map.of("language", "en", "values", Map.of("amount", "700")),
                Reader.official(surroundings, Role.DISTRICT_ADMINISTRATOR));
    }

    /** Something that was given up. */
    private Sample tryingAgain() {
        Reader reader = Reader.known(surroundings, mail, MailServer.REFUSED);
        reader.givesAddress();
        await().atMost(Reader.SOON).until(() -> !failed(reader).isEmpty());
        String path = FAILED + "/" + failed(reader).getFirst() + "/retry";
        return Sample.of(path, Reader.official(surroundings, Role.PLATFORM_OPERATOR));
    }

    private List<UUID> failed(Reader reader) {
        return surroundings
                .database()
                .query("select id from delivery where account_id = ? and state = 'FAILED'", reader.account())
                .stream()
                .map(row -> (UUID) row.get("id"))
                .toList();
    }
}
