package org.linli.activity;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.linli.kit.Refusal;
import org.linli.kit.test.RefusalsAreComplete;

@DisplayName("The refusals of activity")
class ActivityRefusalTest extends RefusalsAreComplete {
    @Override
    protected List<? extends Refusal> refusals() {
        return List.of(ActivityRefusal.values());
    }
}
