package org.linli.activity.bulk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.activity.Neighbourhood;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;

/** Calls of the feature bulk that succeed. */
public final class BulkSamples {
    private final Imports imports;
    private final UUID volunteer;

    public BulkSamples(Surroundings surroundings) {
        Neighbourhood here = new Neighbourhood(surroundings);
        this.imports = new Imports(here);
        this.volunteer = here.volunteer().id();
    }

    /** All of them by operation. */
    public Map<String, Supplier<Sample>> all() {
        return Map.of("POST " + Imports.PATH, () -> {
            String reference = UUID.randomUUID().toString();
            return Sample.of(
                    Imports.PATH,
                    imports.batch(List.of(imports.row(reference, volunteer, 6000))),
                    imports.operator().token());
        });
    }
}
