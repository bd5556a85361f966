package org.linli.registration.pairing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.registration.District;

/** Households that are enrolled for a test. */
final class Households {
    private Households() {}

    static Map<String, Object> station(District district) {
        return Map.of(
                "kind",
                "STATION",
                "name",
                "站" + UUID.randomUUID(),
                "division",
                district.community(),
                "longitude",
                102.75,
                "latitude",
                25.05,
                "serviceMenu",
                List.of("MEALS"));
    }

    static Map<String, Object> household(District district, UUID station) {
        return Map.of(
                "kind",
                "PERSON",
                "name",
                "欧阳试验",
                "tier",
                "LOW_INCOME",
                "needs",
                List.of("MEALS"),
                "division",
                district.community(),
                "address",
                "金石小区七幢",
                "stationId",
                station);
    }
}
