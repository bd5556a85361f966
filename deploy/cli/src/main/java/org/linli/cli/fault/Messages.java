package org.linli.cli.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.linli.cli.fault.Order.Step;

/** Messages by reader, kind and subject, and how often each is there: what must be in the inboxes, and what is. */
final class Messages {
    /** Their subject is not known to who acted (a membership, a passbook): they are counted by reader alone. */
    private static final Set<String> COUNTED_BY_READER = Set.of(
            "membership-to-decide",
            "membership-approved",
            "points-credited",
            "points-debited",
            "points-reversed",
            "badge-awarded");

    private static final int NAMED_AT_MOST = 20;

    private final Map<String, Integer> counts = new TreeMap<>();

    /** What the acts in the book must have led to, one message for each person concerned. */
    static Messages expected(Neighbourhood neighbourhood) {
        Messages messages = new Messages();
        Person station = neighbourhood.station();
        Person leader = neighbourhood.leader();
        for (Person volunteer : neighbourhood.volunteers()) {
            messages.add(station, "volunteer-to-verify", volunteer.id(), 1);
            messages.add(volunteer, "volunteer-verified", volunteer.id(), 1);
            messages.add(leader, "membership-to-decide", "", 1);
            messages.add(volunteer, "membership-approved", "", 1);
            messages.add(
                    volunteer,
                    "badge-awarded",
                    "",
                    Acts.of(neighbourhood, volunteer).badges());
        }
        for (Person resident : neighbourhood.residents()) {
            messages.add(resident, "recipient-linked", resident.id(), 1);
        }
        neighbourhood.orders().forEach(order -> messages.addAll(order, station, leader));
        neighbourhood.signUps().forEach(signUp -> messages.addAll(signUp, leader));
        neighbourhood.redemptions().forEach(messages::addAll);
        return messages;
    }

    private void addAll(SignUp signUp, Person leader) {
        Person person = signUp.person;
        on(signUp.did(SignUp.Step.CONFIRMED), person, "sign-up-confirmed", signUp.id);
        on(signUp.did(SignUp.Step.WAITLISTED), person, "sign-up-waitlisted", signUp.id);
        on(signUp.offered, person, "place-offered", signUp.id);
        on(signUp.did(SignUp.Step.TAKEN), person, "place-taken", signUp.id);
        on(signUp.outcome().equals("WITHDRAWN"), person, "sign-up-withdrawn", signUp.id);
        on(signUp.outcome().equals("LAPSED"), person, "sign-up-lapsed", signUp.id);
        on(signUp.outcome().equals("NO_SHOW"), person, "no-show-marked", signUp.id);
        on(signUp.served(), leader, "record-to-confirm", signUp.record);
        on(signUp.did(SignUp.Step.RECORD_CONFIRMED), person, "record-confirmed", signUp.record);
        on(signUp.did(SignUp.Step.RECORD_CONFIRMED), person, "points-credited", "");
    }

    private void addAll(Redemption redemption) {
        Person person = redemption.person;
        Person till = redemption.offer.till();
        add(person, "redemption-held", redemption.id, 1);
        add(person, "points-debited", "", 1);
        add(till, "redemption-to-hand-over", redemption.id, 1);
        switch (redemption.end) {
            case FULFILLED -> {
                add(person, "redemption-fulfilled", redemption.id, 1);
                add(till, "redemption-handed-over", redemption.id, 1);
            }
            case CANCELLED -> {
                add(person, "redemption-cancelled", redemption.id, 1);
                add(person, "points-credited", "", 1);
                add(till, "redemption-cancelled-till", redemption.id, 1);
            }
            case LAPSED -> {
                add(person, "redemption-lapsed", redemption.id, 1);
                add(person, "points-credited", "", 1);
                add(till, "redemption-lapsed-till", redemption.id, 1);
            }
        }
    }

    private void on(boolean happened, Person reader, String kind, String subject) {
        if (happened) {
            add(reader, kind, subject, 1);
        }
    }

    private void addAll(Order order, Person station, Person leader) {
        String request = order.request;
        on(order, Step.SUBMITTED, order.resident, "request-received", request);
        on(order, Step.SUBMITTED, station, "request-to-verify", request);
        on(order, Step.CANCELLED, order.resident, "request-cancelled-recipient", request);
        on(order, Step.VERIFIED, order.resident, "request-verified", request);
        on(order, Step.DISPATCHED, order.volunteer, "request-offered", request);
        on(order, Step.ACCEPTED, order.resident, "request-accepted", request);
        on(order, Step.ACCEPTED, station, "request-accepted-station", request);
        on(order, Step.CHECKED_IN, order.resident, "request-started", request);
        if (order.ofTheTeam) {
            on(order, Step.CHECKED_OUT, leader, "record-to-confirm", order.record);
        } else {
            on(order, Step.CHECKED_OUT, station, "record-to-confirm-station", order.record);
        }
        on(order, Step.COMPLETED, order.resident, "request-completed", request);
        on(order, Step.COMPLETED, station, "request-completed-station", request);
        on(order, Step.REVIEWED, order.volunteer, "review-received", request);
        on(order, Step.REVIEWED, station, "review-received-station", request);
        on(order, Step.CONFIRMED, order.volunteer, "record-confirmed", order.record);
        on(order, Step.CONFIRMED, order.volunteer, "points-credited", "");
        if (order.goodReview()) {
            add(order.volunteer, "points-credited", "", 1);
        }
        on(order, Step.REVERSED, order.volunteer, "points-reversed", "");
    }

    private void on(Order order, Step step, Person reader, String kind, String subject) {
        if (order.did(step)) {
            add(reader, kind, subject, 1);
        }
    }

    /** What stands in the inboxes of everybody concerned, read as each of them. */
    static Messages found(Neighbourhood neighbourhood) {
        Messages messages = new Messages();
        readers(neighbourhood).forEach(messages::read);
        return messages;
    }

    static Stream<Person> readers(Neighbourhood neighbourhood) {
        List<Person> all = new ArrayList<>(List.of(neighbourhood.station(), neighbourhood.leader()));
        all.addAll(neighbourhood.volunteers());
        all.addAll(neighbourhood.residents());
        all.addAll(neighbourhood.market().tills());
        return all.stream();
    }

    private void read(Person reader) {
        for (JsonNode message : Lists.all(reader.api(), "/api/v1/inbox")) {
            String kind = message.path("kind").asText();
            add(reader, kind, message.path("subjectId").asText(), 1);
        }
    }

    private void add(Person reader, String kind, String subject, int number) {
        if (number == 0) {
            return;
        }
        String about = COUNTED_BY_READER.contains(kind) ? "" : " " + subject;
        counts.merge(reader.name() + ": " + kind + about, number, Integer::sum);
    }

    /** These without those that were there before. */
    Messages without(Messages before) {
        Messages rest = new Messages();
        counts.forEach((message, count) -> {
            int left = count - before.counts.getOrDefault(message, 0);
            if (left != 0) {
                rest.counts.put(message, left);
            }
        });
        return rest;
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A sentence for each message that is there more or less often than it must be. */
    List<String> differences(Messages found) {
        Set<String> all = new TreeSet<>(counts.keySet());
        all.addAll(found.counts.keySet());
        List<String> sentences = new ArrayList<>();
        for (String message : all) {
            int must = counts.getOrDefault(message, 0);
            int is = found.counts.getOrDefault(message, 0);
            if (must != is) {
                sentences.add("message " + message + " is there " + is + " times instead of " + must);
            }
        }
        if (sentences.size() > NAMED_AT_MOST) {
            String more = "… and " + (sentences.size() - NAMED_AT_MOST) + " more messages that are not as they must be";
            return Stream.concat(sentences.stream().limit(NAMED_AT_MOST), Stream.of(more))
                    .toList();
        }
        return sentences;
    }
}
