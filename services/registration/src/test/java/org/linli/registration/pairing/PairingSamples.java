package org.linli.registration.pairing;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.registration.Calls;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;

/** Calls about pairings that succeed. */
public final class PairingSamples implements FeatureSamples {
    private static final String PAIRINGS = "/api/v1/pairings";

    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        Calls administrator = Calls.by(district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code()));
        String token = district.tokenOf(Role.STATION_COORDINATOR, district.street());
        UUID station = administrator.create("stations", Households.station(district));
        Supplier<Map<String, UUID>> couple = () -> Map.of(
                "volunteerId",
                district.verifiedVolunteer().id(),
                "recipientId",
                Calls.by(token).create("recipients", Households.household(district, station)));
        Supplier<UUID> pairing = () -> Calls.by(token).create("pairings", couple.get());
        return Map.of(
                "POST " + PAIRINGS, () -> Sample.of(PAIRINGS, couple.get(), token),
                "GET " + PAIRINGS, () -> Sample.of(PAIRINGS, token),
                "GET " + PAIRINGS + "/{id}", () -> Sample.of(PAIRINGS + "/" + pairing.get(), token),
                "POST " + PAIRINGS + "/{id}/end",
                        () -> Sample.of(PAIRINGS + "/" + pairing.get() + "/end", Map.of("reason", "as agreed"), token));
    }

    @Override
    public Set<String> openToForeigners() {
        // answers only what lies in the caller's own scope
        return Set.of("GET " + PAIRINGS);
    }
}
