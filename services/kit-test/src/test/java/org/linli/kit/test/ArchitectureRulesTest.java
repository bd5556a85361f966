package org.linli.kit.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Each rule of the architecture is noticed when it is broken")
class ArchitectureRulesTest {

    static Arguments[] rules() {
        return new Arguments[] {
            rule("BrokenRecord", ArchitectureRules::whatIsDomainKnowsNoFramework),
            rule("withTransaction", ArchitectureRules::onlyUseCasesOpenTransactions),
            rule("await", ArchitectureRules::nobodyBlocksForgetsOrSleeps),
            rule("System.out", ArchitectureRules::nobodyPrints),
            rule("association", ArchitectureRules::thereIsNoTransactionalAndNoLazyAssociation),
            rule("BrokenHelper", ArchitectureRules::namesSayWhatAThingIs),
            rule("BrokenRecord", ArchitectureRules::everythingLivesInTheModulesOwnPackage),
        };
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aBrokenRuleIsNamed(String culprit, Consumer<ArchitectureRules> rule) {
        assertThatThrownBy(() -> rule.accept(broken())).hasMessageContaining(culprit);
    }

    private static Arguments rule(String culprit, Consumer<ArchitectureRules> rule) {
        return Arguments.of(culprit, rule);
    }

    private static ArchitectureRules broken() {
        return new ArchitectureRules() {

            @Override
            protected String rootPackage() {
                return "org.linli.activity";
            }

            @Override
            protected Path compiledClasses() {
                return Path.of("target", "test-classes", "org", "linli", "kit", "test", "broken");
            }
        };
    }
}
