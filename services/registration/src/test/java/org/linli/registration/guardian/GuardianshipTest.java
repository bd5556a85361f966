package org.linli.registration.guardian;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.AgeBand;
import org.linli.contracts.registration.GuardianshipState.GuardianConsent;

@DisplayName("What guardians consent to")
class GuardianshipTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void countsOnlyWithTheConsentToTheServiceItself() {
        assertThat(Guardianship.sum(List.of())).isEqualTo(GuardianConsent.NONE);
        assertThat(sum(ConsentKind.CHILD_DATA)).isEqualTo(GuardianConsent.NONE);
        assertThat(sum(ConsentKind.SERVICE)).isEqualTo(GuardianConsent.GIVEN);
        assertThat(sum(ConsentKind.SERVICE, ConsentKind.CHILD_DATA)).isEqualTo(GuardianConsent.GIVEN_UNDER_14_RECORD);
    }

    @Test
    void doesNotCountAnyMoreOnceItEnded() {
        ConsentRecord consent = given(ConsentKind.SERVICE);
        consent.end(UUID.randomUUID(), NOW);

        assertThat(Guardianship.sum(List.of(consent))).isEqualTo(GuardianConsent.NONE);
    }

    @Test
    void coversWhomItMustCover() {
        assertThat(Stream.of(AgeBand.values()).filter(GuardianConsent.NONE::covers))
                .containsExactly(AgeBand.FROM_18_TO_59, AgeBand.FROM_60);
        assertThat(Stream.of(AgeBand.values()).filter(GuardianConsent.GIVEN::covers))
                .containsExactly(AgeBand.FROM_14_TO_15, AgeBand.FROM_16_TO_17, AgeBand.FROM_18_TO_59, AgeBand.FROM_60);
        assertThat(Stream.of(AgeBand.values()).filter(GuardianConsent.GIVEN_UNDER_14_RECORD::covers))
                .containsExactly(AgeBand.values());
    }

    private static GuardianConsent sum(ConsentKind... kinds) {
        return Guardianship.sum(Stream.of(kinds).map(GuardianshipTest::given).toList());
    }

    private static ConsentRecord given(ConsentKind kind) {
        return ConsentRecord.give(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), kind, "service-2026-1", NOW);
    }
}
