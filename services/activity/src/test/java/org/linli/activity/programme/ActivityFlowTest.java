package org.linli.activity.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;
import static org.linli.activity.Neighbourhood.put;
import static org.linli.activity.Programmes.ACTIVITIES;
import static org.linli.activity.Programmes.BECAUSE;
import static org.linli.activity.Programmes.insurance;
import static org.linli.activity.Programmes.of;
import static org.linli.activity.Programmes.plan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Programmes;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Activities")
class ActivityFlowTest {
    Surroundings surroundings;

    private Neighbourhood here;
    private Programmes programme;
    private Person leader;

    @BeforeEach
    void aTeam() {
        here = new Neighbourhood(surroundings);
        programme = new Programmes(here);
        leader = programme.leader();
    }

    @Test
    @DisplayName("are seen by their makers alone until they are published, then by everybody")
    void areSeenByEverybodyOncePublished() {
        // Given a draft
        String id = programme.draft(plan());
        Person anybody = here.somebody();
        get(404, anybody, ACTIVITIES + "/" + id);
        get(200, leader, ACTIVITIES + "?status=DRAFT").then().body("items.id", contains(id));
        get(200, anybody, ACTIVITIES + "?status=DRAFT").then().body("items", hasSize(0));
        post(404, here.volunteer(), of(id, "publication"), null);
        // When
        post(200, leader, of(id, "publication"), null).then().body("status", equalTo("PUBLISHED"));
        // Then
        get(200, anybody, ACTIVITIES + "?division=" + here.community().value())
                .then()
                .body("items.id", contains(id))
                .body("items[0].plan.contact", nullValue());
        get(200, here.volunteer(), ACTIVITIES + "/" + id)
                .then()
                .body("kind", equalTo("OTHER"))
                .body("plan.place.address", equalTo("中心花园东门"))
                .body("plan.contact", equalTo("李队长 13800000000"));
        post(403, here.volunteer(), of(id, "closing"), null);
        assertThat(told(id)).containsExactly("linli.activity.activity.published.v1");
    }

    @Test
    @DisplayName("keep their contact encrypted and out of every event")
    void keepTheirContactToThemselves() {
        String id = programme.published();
        byte[] contact = (byte[]) surroundings
                .database()
                .query("select contact from activity where id = ?", UUID.fromString(id))
                .getFirst()
                .get("contact");
        assertThat(new String(contact, StandardCharsets.UTF_8)).doesNotContain("13800000000");
        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.activity", id))
                .hasSize(1)
                .allSatisfy(event -> assertThat(new String(event.value(), StandardCharsets.UTF_8))
                        .doesNotContain("13800000000", "清洁家园")));
    }

    @Test
    @DisplayName("that may endanger people are published with insurance only, and bar minors")
    void thatAreRiskyNeedInsurance() {
        // Given
        String id = programme.draft(plan("risky", true));
        get(200, leader, ACTIVITIES + "/" + id).then().body("plan.ageBands", contains("FROM_18_TO_59", "FROM_60"));
        // When there is none, or an old one
        post(409, leader, of(id, "publication"), null).then().body("code", equalTo("insurance-missing"));
        put(200, leader, of(id, "insurance"), null, insurance(-1));
        post(409, leader, of(id, "publication"), null).then().body("code", equalTo("insurance-missing"));
        put(400, leader, of(id, "insurance"), null, insurance(-3))
                .then()
                .body("code", equalTo("insurance-dates-invalid"));
        // Then it takes one in force
        put(200, leader, of(id, "insurance"), null, insurance(30))
                .then()
                .body("insurance.policyNumber", equalTo("PA-2026-001"));
        post(200, leader, of(id, "publication"), null);
        get(200, here.volunteer(), ACTIVITIES + "/" + id)
                .then()
                .body("insured", equalTo(true))
                .body("insurance", nullValue());
        // and what is scheduled stays covered to its last day
        post(201, leader, of(id, "sessions"), Programmes.session(24 * 20, 3));
        put(409, leader, of(id, "insurance"), null, insurance(15))
                .then()
                .body("code", equalTo("insurance-does-not-cover"))
                .body("field", equalTo("validUntil"));
        put(200, leader, of(id, "insurance"), null, insurance(25));
        // and minors are never admitted
        Map<String, Object> forMinors = plan("risky", true);
        forMinors.put("ageBands", List.of("FROM_14_TO_15"));
        post(400, leader, ACTIVITIES, programme.draftOf(forMinors))
                .then()
                .body("code", equalTo("risky-bars-minors"))
                .body("field", equalTo("ageBands"));
    }

    @Test
    @DisplayName("of a kind that went out of use are described anew all the same, and no new ones are made")
    void ofAKindThatWentOutOfUse() {
        String code = "KIND_" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        surroundings
                .database()
                .execute("insert into activity_category values (?, 'OTHER', '旧类', 'Old kind', true, 0)", code);
        String id = programme.published(plan("category", code));
        surroundings.database().execute("update activity_category set active = false where code = ?", code);

        put(200, leader, of(id, "plan"), null, with("category", code, "description", "改在东门集合"));
        post(400, leader, ACTIVITIES, programme.draftOf(plan("category", code)))
                .then()
                .body("code", equalTo("category-unknown"));
    }

    @Test
    @DisplayName("change freely as drafts, and afterwards only where nobody decided upon it")
    void changeOnlyWhereNobodyDecided() {
        // Given
        String id = programme.draft(plan());
        put(200, leader, of(id, "plan"), "\"0\"", plan("title", "清洁河道")).then().header("ETag", "\"1\"");
        put(412, leader, of(id, "plan"), "\"0\"", plan()).then().body("code", equalTo("stale-version"));
        post(200, leader, of(id, "publication"), null);
        // When, then
        put(200, leader, of(id, "plan"), null, with("title", "清洁河道", "bring", "雨鞋"))
                .then()
                .body("plan.bring", equalTo("雨鞋"));
        put(409, leader, of(id, "plan"), null, with("title", "除草", "teamOnly", true))
                .then()
                .body("code", equalTo("activity-fixed"))
                .body("field", equalTo("title"))
                .body("details.fields", contains("title", "teamOnly"));
        assertThat(told(id))
                .containsExactly("linli.activity.activity.published.v1", "linli.activity.activity.changed.v1");
        post(200, leader, of(id, "closing"), null).then().body("status", equalTo("CLOSED"));
        put(409, leader, of(id, "plan"), null, plan("title", "清洁河道")).then().body("code", equalTo("activity-ended"));
        post(409, leader, of(id, "sessions"), Programmes.session(30, 3))
                .then()
                .body("code", equalTo("activity-not-published"));
    }

    private static Map<String, Object> with(String field, Object value, String other, Object otherValue) {
        Map<String, Object> plan = plan(field, value);
        plan.put(other, otherValue);
        return plan;
    }

    @Test
    @DisplayName("take their coming sessions with them when they are called off")
    void takeTheirSessionsWithThem() {
        // Given
        String id = programme.published();
        String session = programme.session(id, 30, 3);
        String other = programme.session(id, 50, 3);
        String before = programme.session(id, 20, 3);
        post(200, leader, "/api/v1/sessions/" + before + "/cancellation", BECAUSE);
        // When
        post(200, leader, of(id, "cancellation"), Map.of("reason", "台风")).then().body("reason", equalTo("台风"));
        // Then
        get(200, leader, of(id, "sessions"))
                .then()
                .body("items.id", contains(before, session, other))
                .body("items.status", contains("CANCELLED", "CANCELLED", "CANCELLED"))
                .body("items.reason", contains("下雨", "台风", "台风"));
        get(200, here.somebody(), ACTIVITIES + "/" + id)
                .then()
                .body("status", equalTo("CANCELLED"))
                .body("reason", nullValue());
        assertThat(told(session))
                .containsExactly("linli.activity.session.scheduled.v1", "linli.activity.session.cancelled.v1");
        assertThat(told(id)).contains("linli.activity.activity.cancelled.v1");
        post(409, leader, of(id, "cancellation"), BECAUSE).then().body("code", equalTo("activity-ended"));
    }

    @Test
    @DisplayName("disappear without a word while they are drafts")
    void disappearWithoutAWord() {
        String id = programme.draft(plan());
        post(200, leader, of(id, "cancellation"), BECAUSE);
        get(404, here.volunteer(), ACTIVITIES + "/" + id);
        String published = programme.published();
        // the event of another one of the same partition came: there is none of the draft
        assertThat(told(published)).hasSize(1);
        assertThat(surroundings.events().about("linli.activity", id)).isEmpty();
    }

    @Test
    @DisplayName("are made by the leader of the team, its deputy, or whoever coordinates the community")
    void areMadeByWhoHoldsThem() {
        Map<String, Object> ofTeam = programme.draftOf(plan());
        post(201, here.deputy(programme.team()), ACTIVITIES, ofTeam);
        post(201, here.coordinator(), ACTIVITIES, ofTeam);
        Map<String, Object> ofCommunity = programme.draftOf(plan());
        ofCommunity.remove("teamId");
        post(201, here.coordinator(), ACTIVITIES, ofCommunity);
        post(403, here.volunteer(), ACTIVITIES, ofTeam).then().body("code", equalTo("forbidden"));
        post(403, leader, ACTIVITIES, ofCommunity);
        post(403, here.holder(Role.AUDITOR, here.community().value()), ACTIVITIES, ofCommunity);
        post(403, new Neighbourhood(surroundings).coordinator(), ACTIVITIES, ofTeam);
        ofCommunity.put("plan", plan("teamOnly", true));
        post(400, here.coordinator(), ACTIVITIES, ofCommunity).then().body("code", equalTo("team-only-needs-team"));
        ofTeam.put("plan", plan("category", "ASTRONOMY"));
        post(400, leader, ACTIVITIES, ofTeam)
                .then()
                .body("code", equalTo("category-unknown"))
                .body("field", equalTo("plan.category"));
    }

    @Test
    @DisplayName("are made again from a template of the team")
    void areMadeFromATemplate() {
        // Given
        String id = programme.published();
        String template = post(201, leader, "/api/v1/activity-templates", Map.of("activityId", id, "name", "每月清洁"))
                .path("id");
        get(200, leader, "/api/v1/activity-templates").then().body("items.name", contains("每月清洁"));
        get(404, here.volunteer(), "/api/v1/activity-templates/" + template);
        post(403, here.volunteer(), "/api/v1/activity-templates", Map.of("activityId", id, "name", "我的"));
        // When
        Map<String, Object> draft = programme.draftOf(null);
        draft.remove("plan");
        draft.put("templateId", template);
        // Then
        post(201, leader, ACTIVITIES, draft)
                .then()
                .body("status", equalTo("DRAFT"))
                .body("id", not(equalTo(id)))
                .body("plan.title", equalTo("清洁家园"))
                .body("plan.contact", equalTo("李队长 13800000000"));
        draft.remove("templateId");
        post(400, leader, ACTIVITIES, draft).then().body("code", equalTo("plan-or-template"));
    }

    @Test
    @DisplayName("are of a kind that the city's dictionary knows")
    void areOfAKindThatTheDictionaryKnows() {
        String code = "KIND_" + ThreadLocalRandom.current().nextInt(1_000_000);
        String path = "/api/v1/activity-categories/" + code;
        Map<String, Object> entry =
                Map.of("category", "COMPANIONSHIP", "nameZh", "读报", "nameEn", "Reading", "active", true);
        Person platform = here.holder(Role.PLATFORM_OPERATOR, "");
        put(403, leader, path, null, entry);
        put(200, platform, path, null, entry).then().body("category", equalTo("COMPANIONSHIP"));
        get(200, leader, "/api/v1/activity-categories?limit=200").then().body("items.code", hasItem(code));
        get(200, leader, ACTIVITIES + "/" + programme.draft(plan("category", code)))
                .then()
                .body("kind", equalTo("COMPANIONSHIP"));
        // what it counts as stays; out of use it is kept for what there is
        put(409, platform, path, null, replaced(entry, "category", "MEALS"))
                .then()
                .body("code", equalTo("category-fixed"));
        put(200, platform, path, null, replaced(entry, "active", false));
        post(400, leader, ACTIVITIES, programme.draftOf(plan("category", code)))
                .then()
                .body("code", equalTo("category-unknown"));
    }

    private static Map<String, Object> replaced(Map<String, Object> entry, String field, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(entry);
        copy.put(field, value);
        return copy;
    }

    @Test
    @DisplayName("say when they were published")
    void sayWhenTheyWerePublished() {
        String id = programme.published();
        get(200, leader, ACTIVITIES + "?mine=true").then().body("items.id", contains(id));
        get(200, leader, ACTIVITIES + "/" + id).then().body("publishedAt", notNullValue());
    }

    private List<String> told(String id) {
        await().until(() -> surroundings.database().count("select count(*) from outbox where key = ?", id) == 0);
        return surroundings.events().about("linli.activity", id).stream()
                .map(OnTopic::type)
                .toList();
    }
}
