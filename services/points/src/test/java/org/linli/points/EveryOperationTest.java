package org.linli.points;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.EveryOperationRefusesBadInput;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Sample;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class EveryOperationTest extends EveryOperationRefusesBadInput {
    @Override
    protected Map<String, Supplier<Sample>> samples() {
        return PointsSamples.everything(surroundings);
    }

    @Override
    protected String foreignToken() {
        return new Town(surroundings).official(Role.DISTRICT_ADMINISTRATOR);
    }

    /** What service is worth, what points are good for and where, and what a badge takes is no secret. */
    @Override
    protected Set<String> openToForeigners() {
        return Set.of(
                // what is held of oneself
                "GET /api/v1/personal-data/points",
                "GET /api/v1/personal-data/points/accesses",
                "GET /api/v1/points-rules",
                "GET /api/v1/points-rules/{id}",
                "GET /api/v1/badge-rules",
                "GET /api/v1/badge-rules/{id}",
                "GET /api/v1/points-schemes",
                "GET /api/v1/points-schemes/{unit}",
                "GET /api/v1/funds/{division}",
                "GET /api/v1/merchants",
                "GET /api/v1/merchants/{id}",
                "GET /api/v1/offers",
                "GET /api/v1/offers/{id}");
    }

    /** Seals follow by themselves; passbooks and postings of the samples may arrive meanwhile; a wrong code counts. */
    @Override
    protected Set<String> tablesThatMayChange() {
        return Set.of(
                "seal",
                "passbook",
                "source_event",
                "account",
                "posting",
                "lot",
                "badge_service",
                "badge_tally",
                "badge_award");
    }
}
