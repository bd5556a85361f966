package org.linli.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.gateway.Chromium.on;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The start page in Chromium: everything that only a browser decides (cookies, CSP, redirects, modules). */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@DisplayName("In a real browser")
class RealBrowserTest {

    Surroundings surroundings;

    @AfterEach
    void servicesEchoAgain() {
        List.of("registration", "activity", "notification")
                .forEach(name -> surroundings.service(name).tellsNothing());
    }

    @Test
    @DisplayName("somebody signs in, reads inbox and requests, marks all as read, signs out here and everywhere")
    void wholeWay() {
        surroundings.issuer().codes().login("person-" + UUID.randomUUID());
        servicesHaveSomethingToSay();
        try (Chromium chromium = new Chromium(Caller.uri("/").toString())) {
            Page english = chromium.page("en-US");
            signInByKeyboard(english);
            readsAndActs(english);
            isAccessible(english);
            Page chinese = chromium.page("zh-CN");
            chinese.navigate(Caller.uri("/?sign-in=often").toString());
            on(chinese.locator("#notice")).hasText("登录过于频繁，请一分钟后再试。");
            isAccessible(chinese);
            signsInInChinese(chinese);
            isAccessible(chinese);
            signsOutEverywhere(english, chinese);
            signsOutHere(english);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void signInByKeyboard(Page page) {
        page.navigate(Caller.uri("/").toString());
        on(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in")))
                .isVisible();
        on(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasCount(1);
        page.keyboard().press("Tab");
        on(page.locator(".skip")).isFocused();
        page.locator("#sign-in").focus();
        page.keyboard().press("Enter");
        on(page.getByText("Who I am")).isVisible();
    }

    private static void readsAndActs(Page page) {
        on(page.locator("#me")).containsText("STATION_COORDINATOR · 530103005005");
        on(page.locator("#inbox")).containsText("A duty for you <b>now</b>");
        on(page.locator("#inbox b")).hasCount(0);
        on(page.locator("#requests")).containsText("MEALS · SUBMITTED");
        page.getByText("Mark all as read").click();
        on(page.locator("#notice")).hasText("All marked as read.");
        // Nothing of a token is where a script could find it.
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
        assertThat((String) page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})"))
                .doesNotContain("ey");
        assertThat(page.content()).doesNotContain("Bearer", "eyJ");
    }

    private static void signsInInChinese(Page page) {
        page.navigate(Caller.uri("/").toString());
        page.getByText("登录", new Page.GetByTextOptions().setExact(true)).click();
        on(page.getByText("我的求助")).isVisible();
        on(page.locator("html")).hasAttribute("lang", "zh-CN");
        page.getByText("English").click();
        on(page.getByText("My requests")).isVisible();
    }

    private static void signsOutEverywhere(Page page, Page elsewhere) {
        page.getByText("Sign out everywhere").click();
        on(page.locator("#sign-in")).isVisible();

        elsewhere.getByText("Mark all as read").click();

        on(elsewhere.locator("#notice")).hasText("You have been signed out; please sign in again.");
        on(elsewhere.locator("#person")).isHidden();
    }

    private static void signsOutHere(Page page) {
        page.locator("#sign-in").click();
        on(page.getByText("Who I am")).isVisible();
        page.getByText("Sign out", new Page.GetByTextOptions().setExact(true)).click();
        on(page.locator("#sign-in")).isVisible();
        assertThat(page.context().cookies()).isEmpty();
    }

    /** WCAG 2.2, A and AA, as far as a program can tell; what only a person can is not claimed. */
    private static void isAccessible(Page page) {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(found.getViolations())
                .extracting(
                        rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
        assertThat(found.getPasses()).isNotEmpty();
    }

    private void servicesHaveSomethingToSay() {
        JsonObject grant = new JsonObject().put("role", "STATION_COORDINATOR").put("division", "530103005005");
        surroundings
                .service("registration")
                .tells(
                        "GET /api/v1/me",
                        new JsonObject()
                                .put("accountId", UUID.randomUUID().toString())
                                .put("grants", new JsonArray().add(grant)));
        JsonObject message = new JsonObject()
                .put("sequence", 7)
                .put("title", "A duty for you <b>now</b>")
                .put("text", "Meals at noon.")
                .put("arrivedAt", "2026-11-20T03:00:00Z")
                .put("read", false);
        surroundings.service("notification").tells("GET /api/v1/inbox", items(message));
        surroundings.service("notification").tells("POST /api/v1/inbox/reading", new JsonObject());
        JsonObject request = new JsonObject()
                .put("category", "MEALS")
                .put("status", "SUBMITTED")
                .put("submittedAt", "2026-11-20T03:00:00Z");
        surroundings.service("activity").tells("GET /api/v1/requests", items(request));
    }

    private static JsonObject items(JsonObject item) {
        return new JsonObject().put("items", new JsonArray().add(item));
    }
}
