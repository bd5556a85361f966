package org.linli.registration.erasure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.kit.test.PersonalDataSamples;
import org.linli.kit.test.Sample;
import org.linli.registration.Calls;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;

/** Calls about erasure and one's own data that succeed. */
public final class ErasureSamples implements FeatureSamples {
    private static final String PATH = "/api/v1/erasures";

    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        Map<String, Supplier<Sample>> samples = new HashMap<>(
                new PersonalDataSamples(district.surroundings(), "registration", district.surroundings()::operatorToken)
                        .all());
        samples.put(
                "POST " + PATH,
                () -> Sample.of(
                        PATH,
                        Map.of("reason", "不再参加"),
                        district.pendingVolunteer().token()));
        samples.put("GET " + PATH + "/{id}", () -> asked(district, ""));
        samples.put("POST " + PATH + "/{id}/confirmation", () -> asked(district, "/confirmation"));
        return samples;
    }

    private static Sample asked(District district, String rest) {
        District.Registered volunteer = district.pendingVolunteer();
        UUID id = Calls.by(volunteer.token()).create("erasures", Map.of());
        return Sample.of(PATH + "/" + id + rest, volunteer.token());
    }

    @Override
    public Set<String> openToForeigners() {
        // one's own
        return new HashSet<>(PersonalDataSamples.openToForeigners("registration"));
    }
}
