package org.linli.kit.test;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The architecture of the kit")
class KitArchitectureTest extends ArchitectureRules {

    @Override
    protected String rootPackage() {
        return "org.linli.kit";
    }

    @Override
    protected Path compiledClasses() {
        return Repository.root().resolve("services/kit/target/classes");
    }

    @Override
    protected Set<String> alsoOpenTransactions() {
        // the stored answer and the change must commit together, and the answer is only known after the resource
        return Set.of("IdempotencyGuard", "SqlOnce");
    }
}
