package org.linli.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.access.DivisionScope;

@DisplayName("A condition on divisions")
class DivisionScopeTest {

    @Test
    void holdsForCodesBelowAnyOfThePrefixes() {
        DivisionScope scope = DivisionScope.within("division", List.of("530103", "3702"));

        assertThat(scope.condition())
                .isEqualTo("((division >= :scope0 and division < :scope0End)"
                        + " or (division >= :scope1 and division < :scope1End))");
        assertThat(scope.parameters())
                .isEqualTo(Map.of("scope0", "530103", "scope0End", "530103:", "scope1", "3702", "scope1End", "3702:"));
    }

    @Test
    void holdsForNothingWithoutAPrefixAndForEverythingBelowTheEmptyOne() {
        assertThat(DivisionScope.within("division", List.of()).condition()).isEqualTo("1 = 0");
        assertThat(DivisionScope.within("division", List.of("530103", "")).condition())
                .isEqualTo("1 = 1");
        assertThat(DivisionScope.below("division", "").condition()).isEqualTo("1 = 1");
    }

    @Test
    void ofBothKindsFitsIntoOneQuery() {
        assertThat(DivisionScope.below("division", "530103").parameters().keySet())
                .doesNotContainAnyElementsOf(DivisionScope.within("division", List.of("530103"))
                        .parameters()
                        .keySet());
    }

    @Test
    void endsBehindTheLastCodeOfAPrefixAndBeforeTheNextPrefix() {
        assertThat(DivisionScope.endOf("530103"))
                .isGreaterThan("530103999999999")
                .isLessThan("530104000000");
    }
}
