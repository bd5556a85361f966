package org.linli.activity.programme;

import static org.linli.activity.Neighbourhood.post;
import static org.linli.activity.Programmes.ACTIVITIES;
import static org.linli.activity.Programmes.BECAUSE;
import static org.linli.activity.Programmes.insurance;
import static org.linli.activity.Programmes.of;
import static org.linli.activity.Programmes.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Programmes;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;

/** Calls of the feature programme that succeed, each on an activity of its own. */
public final class ProgrammeSamples {
    private static final String TEMPLATES = "/api/v1/activity-templates";
    private static final String CATEGORIES = "/api/v1/activity-categories";

    private final Programmes programme;
    private final Person leader;
    private final Person operator;

    public ProgrammeSamples(Surroundings surroundings) {
        Neighbourhood here = new Neighbourhood(surroundings);
        programme = new Programmes(here);
        leader = programme.leader();
        operator = here.holder(Role.PLATFORM_OPERATOR, "");
    }

    /** All of them by operation. */
    public Map<String, Supplier<Sample>> all() {
        Map<String, Supplier<Sample>> samples = new LinkedHashMap<>();
        samples.put("POST " + ACTIVITIES, () -> Sample.of(ACTIVITIES, programme.draftOf(whole()), leader.token()));
        samples.put("GET " + ACTIVITIES, () -> Sample.of(ACTIVITIES + "?mine=true&status=DRAFT", leader.token()));
        samples.put("GET " + ACTIVITIES + "/{id}", () -> Sample.of(ACTIVITIES + "/" + draft(), leader.token()));
        samples.put("PUT " + ACTIVITIES + "/{id}/plan", () -> at(draft(), "plan", whole()));
        samples.put("PUT " + ACTIVITIES + "/{id}/insurance", () -> at(draft(), "insurance", insurance(30)));
        samples.put("POST " + ACTIVITIES + "/{id}/publication", () -> at(draft(), "publication", null));
        samples.put("POST " + ACTIVITIES + "/{id}/closing", () -> at(programme.published(), "closing", null));
        samples.put(
                "POST " + ACTIVITIES + "/{id}/cancellation", () -> at(programme.published(), "cancellation", BECAUSE));
        samples.put("POST " + TEMPLATES, () -> Sample.of(TEMPLATES, template(), leader.token()));
        samples.put("GET " + TEMPLATES, () -> Sample.of(TEMPLATES, leader.token()));
        samples.put("GET " + TEMPLATES + "/{id}", () -> Sample.of(TEMPLATES + "/" + kept(), leader.token()));
        samples.put("GET " + CATEGORIES, () -> Sample.of(CATEGORIES, leader.token()));
        samples.put(
                "PUT " + CATEGORIES + "/{code}",
                () -> Sample.of(
                        CATEGORIES + "/SAMPLE_" + ThreadLocalRandom.current().nextInt(1_000_000),
                        Map.of("category", "OTHER", "nameZh", "其他", "nameEn", "Other", "active", false),
                        operator.token()));
        return samples;
    }

    private static Map<String, Object> whole() {
        // no two are alike: another body under the same key must be told apart
        Map<String, Object> plan = plan("title", "清洁家园 " + UUID.randomUUID());
        plan.put("ageBands", List.of("FROM_18_TO_59"));
        plan.put("skills", List.of("gardening"));
        plan.put("teamOnly", true);
        plan.put("risky", false);
        return plan;
    }

    private Sample at(String id, String part, Object body) {
        return Sample.of(of(id, part), body, leader.token());
    }

    private String draft() {
        return programme.draft(plan());
    }

    private Map<String, Object> template() {
        return Map.of("activityId", draft(), "name", "每月清洁");
    }

    private String kept() {
        return post(201, leader, TEMPLATES, template()).path("id");
    }
}
