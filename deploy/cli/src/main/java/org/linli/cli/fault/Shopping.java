package org.linli.cli.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.linli.cli.Answer;
import org.linli.cli.Refusal;
import org.linli.cli.Waiting;

/** Somebody spends points: sets them aside for something, then fetches it at the till, gives it up, or forgets it. */
final class Shopping {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration ON_THE_WAY = Duration.ofSeconds(3);

    /** What may be answered to somebody who competes with others, or with oneself. */
    private static final Set<String> LOST = Set.of("sold-out", "balance-too-low");

    private final Neighbourhood neighbourhood;
    private final Random random;

    Shopping(Neighbourhood neighbourhood, Random random) {
        this.neighbourhood = neighbourhood;
        this.random = random;
    }

    /** Waits until there are points for one thing, and buys something. */
    void once(Person person) {
        afford(person);
        buy(person);
    }

    /** Two devices of one person spend at the same moment: what is there suffices for as many as it suffices for. */
    void twiceAtOnce(Person person) {
        afford(person);
        Together.run(List.of(() -> buy(person), () -> buy(person)));
    }

    private void afford(Person person) {
        boolean there = Waiting.until(() -> balance(person) >= Market.PRICE, PatientClient.PATIENCE, LOOK);
        if (!there) {
            throw new Refusal("The points of " + person.name() + " for confirmed hours did not come.");
        }
    }

    private static long balance(Person person) {
        Answer passbook = person.api().get("/api/v1/passbooks/" + person.id());
        return passbook.body().path("balance").asLong();
    }

    private void buy(Person person) {
        Market.Offer offer = neighbourhood
                .market()
                .offers()
                .get(random.nextInt(neighbourhood.market().offers().size()));
        Answer held = person.api().post("/api/v1/redemptions", Map.of("offerId", offer.id()));
        if (LOST.contains(held.code())) {
            return;
        }
        Redemption redemption = neighbourhood.redemption(
                new Redemption(person, offer, held.expectSuccess().text("id")));
        switch (random.nextInt(6)) {
            case 0, 1, 2 -> fetch(redemption);
            case 3 -> giveUp(redemption);
            default -> {
                // nobody fetches it
            }
        }
    }

    private void fetch(Redemption redemption) {
        Waiting.pause(Duration.ofMillis(random.nextLong(ON_THE_WAY.toMillis())));
        Answer shown = redemption
                .person
                .api()
                .get("/api/v1/redemptions/" + redemption.id)
                .expectSuccess();
        String code = shown.text(random.nextBoolean() ? "code" : "link");
        if (code.isEmpty()) {
            return;
        }
        PatientClient till = redemption.offer.till().api();
        String path = "/api/v1/merchants/" + redemption.offer.merchant() + "/fulfilment";
        Answer handedOver = till.post(path, Map.of("code", code));
        if (inTime(handedOver)) {
            redemption.end = Redemption.End.FULFILLED;
            Answer again = till.post(path, Map.of("code", shown.text("link")));
            if (!again.code().equals("code-already-used")) {
                throw new Refusal("A code for a second time answered " + again.status() + " " + again.code());
            }
        }
    }

    private void giveUp(Redemption redemption) {
        Answer given = redemption.person.api().post("/api/v1/redemptions/" + redemption.id + "/cancellation", null);
        if (inTime(given)) {
            redemption.end = Redemption.End.CANCELLED;
        }
    }

    /** Whether it was done: an outage may have lasted longer than what was set aside waits. */
    private static boolean inTime(Answer answer) {
        if (answer.code().equals("code-lapsed")) {
            return false;
        }
        answer.expectSuccess();
        return true;
    }
}
