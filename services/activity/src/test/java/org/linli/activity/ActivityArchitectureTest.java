package org.linli.activity;

import org.junit.jupiter.api.DisplayName;
import org.linli.kit.test.ArchitectureRules;

@DisplayName("The architecture of activity")
class ActivityArchitectureTest extends ArchitectureRules {
    @Override
    protected String rootPackage() {
        return "org.linli.activity";
    }
}
