package org.linli.kit.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where the erasure of somebody stands")
class ErasureStepTest {
    private static final UUID VOLUNTEER = UUID.randomUUID();
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final String PLAN = ErasureStep.planOf(List.of("orders", "inbox"));

    @Test
    @DisplayName("is read as it was written while the plan is the same")
    void isReadAsItWasWritten() {
        ErasureStep step = new ErasureStep(VOLUNTEER, ACCOUNT, 0, PLAN).next().next();

        assertThat(ErasureStep.read(step.toString(), PLAN)).isEqualTo(step);
        assertThat(step.number()).isEqualTo(2);
    }

    @Test
    @DisplayName("is the beginning when another version counted in another plan")
    void beginsAgainWithAnotherPlan() {
        String other = ErasureStep.planOf(List.of("orders", "passbook", "inbox"));

        assertThat(ErasureStep.read(new ErasureStep(VOLUNTEER, ACCOUNT, 2, PLAN).toString(), other))
                .isEqualTo(new ErasureStep(VOLUNTEER, ACCOUNT, 0, other));
    }

    @Test
    @DisplayName("is the beginning when no plan was written down")
    void beginsAgainWithoutAPlan() {
        assertThat(ErasureStep.read(VOLUNTEER + "|" + ACCOUNT + "|2", PLAN))
                .isEqualTo(new ErasureStep(VOLUNTEER, ACCOUNT, 0, PLAN));
    }

    @Test
    @DisplayName("counts in a plan that knows the order of its steps")
    void aPlanKnowsItsOrder() {
        assertThat(ErasureStep.planOf(List.of("inbox", "orders"))).isNotEqualTo(PLAN);
    }
}
