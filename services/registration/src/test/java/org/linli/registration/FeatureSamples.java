package org.linli.registration;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.kit.test.Sample;

/** What one feature contributes to the rules that hold for every operation. */
public interface FeatureSamples {

    /** For each operation of the feature a supplier of calls that succeed, all in this district. */
    Map<String, Supplier<Sample>> samples(District district);

    /** Operations that somebody with rights elsewhere may use; each with its reason beside it. */
    Set<String> openToForeigners();

    /** POST operations that move nothing and take no key; each with its reason beside it. */
    default Set<String> withoutKey() {
        return Set.of();
    }
}
