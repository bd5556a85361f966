package org.linli.activity;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.linli.kit.test.EveryOperationRefusesBadInput;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Sample;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Every operation of activity refuses bad input")
class ActivityBadInputTest extends EveryOperationRefusesBadInput {

    @Override
    protected Map<String, Supplier<Sample>> samples() {
        return Samples.of(surroundings);
    }

    @Override
    protected String foreignToken() {
        return new Neighbourhood(surroundings).coordinator().token();
    }

    @Override
    protected Set<String> openToForeigners() {
        // lists hold only what the caller may know: a foreigner's are empty
        return Set.of(
                // what is held of oneself
                "GET /api/v1/personal-data/activity",
                "GET /api/v1/personal-data/activity/accesses",
                "GET /api/v1/requests",
                "GET /api/v1/dispatches",
                "GET /api/v1/check-ins",
                "GET /api/v1/sign-ups",
                "GET /api/v1/service-records",
                "GET /api/v1/service-records/overdue",
                // what was published is for everybody; drafts and templates of others are not in these lists
                "GET /api/v1/activities",
                "GET /api/v1/activities/{id}/sessions",
                "GET /api/v1/activities/{id}/session-series",
                "GET /api/v1/activity-templates",
                "GET /api/v1/activity-categories",
                // the library is open; drafts and claims of others are not in these lists
                "GET /api/v1/projects",
                "GET /api/v1/projects/{id}/claims",
                "GET /api/v1/sessions",
                "GET /api/v1/sessions/{id}",
                // one's own
                "GET /api/v1/calendar-feeds",
                // the city publishes its figures; they name nobody
                "GET /api/v1/statistics/service",
                "GET /api/v1/statistics/service/by-division");
    }
}
