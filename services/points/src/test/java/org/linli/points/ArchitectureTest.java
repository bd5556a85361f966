package org.linli.points;

import org.linli.kit.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    @Override
    protected String rootPackage() {
        return "org.linli.points";
    }
}
