package org.linli.notification.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.notification.message.MessageTable;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@WithTestResource(MailServerResource.class)
@DisplayName("The words of messages")
class TemplateTest {
    Surroundings surroundings;
    MailServer mail;

    @Test
    @DisplayName("are listed page by page, every kind once")
    void areListedPageByPage() {
        String operator = Reader.official(surroundings, Role.PLATFORM_OPERATOR);
        List<String> kinds = new ArrayList<>();
        String after = "";
        while (after != null) {
            var page = given().auth()
                    .oauth2(operator)
                    .queryParam("limit", 30)
                    .queryParam("after", after)
                    .get("/api/v1/message-templates")
                    .then()
                    .statusCode(200)
                    .extract();
            kinds.addAll(page.path("items.kind"));
            after = page.path("next");
        }
        assertThat(kinds)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(new MessageTable().all().size());
    }

    @Test
    @DisplayName("are looked at as their reader gets them, with whatever values")
    void areLookedAtAsTheirReaderGetsThem() {
        String operator = Reader.official(surroundings, Role.DISTRICT_ADMINISTRATOR);
        preview(operator, Map.of("language", "zh-CN"))
                .body("title", equalTo("兑换已预留"))
                .body("email.subject", equalTo("【邻里】兑换已预留"))
                .body("email.text", containsString("12.5 积分"));
        preview(operator, Map.of("language", "en", "values", Map.of("amount", "<b>many</b>")))
                .body("text", containsString("<b>many</b> points"))
                .body("email.html", containsString("&lt;b&gt;many&lt;/b&gt;"))
                .body("email.html", not(containsString("<b>many")));
    }

    @Test
    @DisplayName("are nobody's business but operators'")
    void areNobodysBusinessButOperators() {
        Reader reader = Reader.known(surroundings, mail);
        reader.calls().get("/api/v1/message-templates").then().statusCode(403);
        reader.calls()
                .body(Map.of("language", "en"))
                .post("/api/v1/message-templates/redemption-held/preview")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Reader.official(surroundings, Role.PLATFORM_OPERATOR))
                .contentType("application/json")
                .body(Map.of("language", "en"))
                .post("/api/v1/message-templates/no-such-kind/preview")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    @DisplayName("are chosen by kinds that exist; what is chosen is changed only as it was read")
    void areChosenByKindsThatExist() {
        Reader reader = Reader.known(surroundings, mail);
        reader.calls()
                .get("/api/v1/notification-preferences")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("language", equalTo("zh-CN"))
                .body("email.groups.POINTS", equalTo(false))
                .body("email.groups.ORDERS", equalTo(true))
                .body("inApp.groups.values()", hasSize(8));
        reader.calls()
                .body(Map.of("language", "en", "email", Map.of("kinds", Map.of("no-such-kind", true))))
                .put("/api/v1/notification-preferences")
                .then()
                .statusCode(400)
                .body("field", equalTo("email.kinds"));
        reader.prefers(Map.of("language", "en", "quietHours", Map.of("from", "22:00", "until", "07:00")));
        reader.calls()
                .header("If-Match", "\"0\"")
                .body(Map.of("language", "zh-CN"))
                .put("/api/v1/notification-preferences")
                .then()
                .statusCode(412);
        reader.calls()
                .get("/api/v1/notification-preferences")
                .then()
                .header("ETag", "\"1\"")
                .body("language", equalTo("en"))
                .body("quietHours.until", equalTo("07:00"));
    }

    private static io.restassured.response.ValidatableResponse preview(String token, Map<String, Object> look) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(look)
                .post("/api/v1/message-templates/redemption-held/preview")
                .then()
                .statusCode(200);
    }
}
