package org.linli.registration.recipient;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.registration.Calls;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;

/** Calls of the recipients that succeed. */
public final class RecipientSamples implements FeatureSamples {
    private static final String RECIPIENTS = "/api/v1/recipients";

    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        Calls administrator = Calls.by(district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code()));
        String token = district.tokenOf(Role.STATION_COORDINATOR, district.street());
        UUID station = administrator.create("stations", Enrolled.station(district, "站" + UUID.randomUUID()));
        Supplier<Enrolled> enrolled = () -> {
            Calls coordinator = Calls.by(token);
            UUID id = coordinator.create("recipients", Enrolled.enrolment(district, station));
            return new Enrolled(id, district, station, coordinator);
        };
        return Map.of(
                "POST " + RECIPIENTS, () -> Sample.of(RECIPIENTS, Enrolled.enrolment(district, station), token),
                "GET " + RECIPIENTS, () -> Sample.of(RECIPIENTS, token),
                "GET " + RECIPIENTS + "/{id}", () -> Sample.of(path(enrolled.get(), ""), token),
                "GET " + RECIPIENTS + "/{id}/accesses", () -> Sample.of(path(enrolled.get(), "/accesses"), token),
                "POST " + RECIPIENTS + "/{id}/withdrawal",
                        () -> Sample.of(path(enrolled.get(), "/withdrawal"), Map.of("reason", "as agreed"), token),
                "POST " + RECIPIENTS + "/{id}/sign-in-code",
                        () -> Sample.of(path(enrolled.get(), "/sign-in-code"), token),
                "POST " + RECIPIENTS + "/{id}/sign-in-link", () -> redemption(enrolled.get()));
    }

    @Override
    public Set<String> openToForeigners() {
        return Set.of(
                // answers only what lies in the caller's own scope
                "GET " + RECIPIENTS,
                // the code is the right to it, whoever brings it
                "POST " + RECIPIENTS + "/{id}/sign-in-link");
    }

    @Override
    public Set<String> withoutKey() {
        return Set.of(
                // a repetition gives a new code and voids the one before: no code may lie readable among stored answers
                "POST " + RECIPIENTS + "/{id}/sign-in-code",
                // a wrong try counts although it is refused, and once linked the same caller gets the same answer
                "POST " + RECIPIENTS + "/{id}/sign-in-link");
    }

    private static Sample redemption(Enrolled recipient) {
        return Sample.of(
                path(recipient, "/sign-in-link"),
                Map.of("code", recipient.code()),
                recipient.district().somebody().token());
    }

    private static String path(Enrolled recipient, String below) {
        return "/api/v1/" + recipient.path(below);
    }
}
