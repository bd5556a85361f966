package org.linli.registration.me;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.kit.test.Sample;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;

/** Calls about oneself that succeed. */
public final class MeSamples implements FeatureSamples {

    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        return Map.of(
                "GET /api/v1/me",
                () -> Sample.of("/api/v1/me", district.somebody().token()));
    }

    @Override
    public Set<String> openToForeigners() {
        // everybody may know who they are
        return Set.of("GET /api/v1/me");
    }
}
