package org.linli.cli.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Whether redemptions are those that were acknowledged, each ended once, and shops are owed what they handed over. */
final class Purchases {
    private Purchases() {}

    /** A sentence for every redemption of a volunteer that is not as the book says. */
    static List<String> differences(Acts acts) {
        List<String> must = new ArrayList<>();
        acts.redemptions().forEach(redemption -> must.add(redemption.id + " " + redemption.end));
        List<String> found = new ArrayList<>();
        for (JsonNode one : Lists.all(acts.person().api(), "/api/v1/redemptions")) {
            found.add(one.path("id").asText() + " " + one.path("status").asText());
        }
        List<String> wrong = new ArrayList<>();
        if (!new TreeSet<>(must).equals(new TreeSet<>(found)) || must.size() != found.size()) {
            wrong.add(acts.person().name() + " has the redemptions " + found + " instead of " + must);
        }
        return wrong;
    }

    /** A sentence for every shop that is owed something else, and every offer of which something else is left. */
    static List<String> ofShops(Neighbourhood neighbourhood) {
        List<String> wrong = new ArrayList<>();
        for (Market.Offer offer : neighbourhood.market().offers()) {
            long handedOver = neighbourhood.redemptions().stream()
                    .filter(one -> one.offer == offer && one.ended(Redemption.End.FULFILLED))
                    .count();
            PatientClient till = offer.till().api();
            long payable = 0;
            for (JsonNode item : till.get("/api/v1/merchants/" + offer.merchant() + "/payable")
                    .expectSuccess()
                    .body()
                    .path("items")) {
                payable += item.path("balance").asLong();
            }
            if (payable != handedOver * Market.PRICE) {
                wrong.add(offer.till().name() + " is owed " + payable + " for " + handedOver + " things");
            }
            long left = till.get("/api/v1/offers/" + offer.id())
                    .expectSuccess()
                    .body()
                    .path("left")
                    .asLong();
            if (left != offer.stock() - handedOver || left < 0) {
                wrong.add(offer.till().name() + " has " + left + " of " + offer.stock() + " left after " + handedOver);
            }
        }
        return wrong;
    }
}
