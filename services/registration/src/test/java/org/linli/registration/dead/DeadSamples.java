package org.linli.registration.dead;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.kit.test.DeadLetterSamples;
import org.linli.kit.test.Sample;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;

/** Calls about records that could not be consumed that succeed. */
public final class DeadSamples implements FeatureSamples {
    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        return new DeadLetterSamples(district.surroundings(), "registration", district.surroundings()::operatorToken)
                .all();
    }

    @Override
    public Set<String> openToForeigners() {
        return Set.of();
    }

    @Override
    public Set<String> withoutKey() {
        return Set.of(DeadLetterSamples.withoutKey("registration"));
    }
}
