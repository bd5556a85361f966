package org.linli.activity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.linli.activity.request.RequestSamples;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;

/** Calls that succeed, one for each operation of activity; each feature contributes its own. */
final class Samples {
    private Samples() {}

    static Map<String, Supplier<Sample>> of(Surroundings surroundings) {
        Map<String, Supplier<Sample>> all = new LinkedHashMap<>(new RequestSamples(surroundings).all());
        return all;
    }
}
