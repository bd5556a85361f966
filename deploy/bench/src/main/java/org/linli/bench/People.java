package org.linli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.linli.contracts.AccountId;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.RegistrationEvent.VolunteerVerified;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.event.Fact;

/** Volunteers who exist for the measurements: registration's events tell of them, so every service knows them. */
final class People {
    static final int COUNT = 2_000;
    static final DivisionCode COMMUNITY = DivisionCode.of("530103005005");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final City city;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<UUID> ids;

    private People(City city, int count) {
        this.city = city;
        this.ids =
                IntStream.range(0, count).mapToObj(number -> UUID.randomUUID()).toList();
    }

    /** Makes all of them known. */
    static People arrive(City city, Topic registration) throws Exception {
        return arrive(city, registration, COUNT);
    }

    /** Makes so many of them known; returns when every service knows all of them. */
    static People arrive(City city, Topic registration, int count) throws Exception {
        People people = new People(city, count);
        for (int number = 0; number < count; number++) {
            UUID id = people.ids.get(number);
            VolunteerState state = new VolunteerState(
                    id,
                    AccountId.of(city.issuer(), people.subject(number)),
                    VolunteerStatus.VERIFIED,
                    COMMUNITY.value(),
                    AgeBand.FROM_18_TO_59,
                    List.of(),
                    List.of());
            registration.publish(Fact.of(id, 1, COMMUNITY, new VolunteerVerified(state)));
        }
        registration.flush();
        for (String service : List.of("points", "activity", "notification")) {
            city.log().awaitConsumed(service, "linli.registration", PATIENCE);
        }
        return people;
    }

    UUID id(int number) {
        return ids.get(number % ids.size());
    }

    /** A bearer token of one of them. */
    String token(int number) {
        return token(city.issuer(), subject(number));
    }

    /** As the sign-in knows them. */
    String subject(int number) {
        return "bench-" + run + "-" + number;
    }

    /** A bearer token of anybody: the local sign-in asks for no password. */
    static String token(String issuer, String subject) {
        String basic = Base64.getEncoder()
                .encodeToString((URLEncoder.encode(subject, StandardCharsets.UTF_8) + ":local")
                        .getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=linli"))
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(answer.body()).path("access_token").asText();
        } catch (IOException silent) {
            throw new IllegalStateException("the sign-in gave no token", silent);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurry);
        }
    }
}
