package org.linli.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.gateway.Chromium.on;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * A demo in containers in Chromium, with Keycloak as the sign-in and nothing in place of anything. Asked for by
 * {@code ./linli test --browser URL}, which says where, who and with what password.
 */
@EnabledIfEnvironmentVariable(named = "LINLI_BROWSER_GATEWAY", matches = "https?://.+")
@DisplayName("In a real browser, with Keycloak")
class DemoInBrowserTest {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final String gateway = System.getenv("LINLI_BROWSER_GATEWAY");
    private final String issuer = System.getenv("LINLI_BROWSER_ISSUER");
    private final String person = System.getenv("LINLI_BROWSER_PERSON");
    private final String password = System.getenv("LINLI_BROWSER_PASSWORD");

    @Test
    @DisplayName("a resident signs in at Keycloak, reads inbox and requests, signs out here and everywhere")
    void wholeWay() {
        try (Chromium chromium = new Chromium(gateway)) {
            Page english = chromium.page("en-US");
            signIn(english);
            reads(english);
            holdsNoToken(english);
            signsOutHere(english);
            signIn(english);
            Page chinese = chromium.page("zh-CN");
            signIn(chinese);
            on(chinese.getByText("我的求助")).isVisible();
            signsOutEverywhere(english, chinese);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    /** Keycloak asks for the password each time: whoever signed out here is a stranger there as well. */
    private void signIn(Page page) {
        page.navigate(gateway + "/");
        page.locator("#sign-in").click();
        on(page.locator("#username")).isVisible();
        assertThat(page.url()).startsWith(issuer + "/");
        page.locator("#username").fill(person);
        page.locator("#password").fill("not the password");
        page.locator("#kc-login").click();
        on(page.locator("#input-error, #input-error-username")).isVisible();
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        on(page.locator("#sign-out")).isVisible();
        assertThat(page.url()).isEqualTo(gateway + "/");
    }

    private static void reads(Page page) {
        on(page.getByText("Who I am")).isVisible();
        // the account, and the recipient who it is
        on(page.locator("#me dd").nth(0)).hasText(ID);
        on(page.locator("#me dd").nth(2)).hasText(ID);
        on(page.locator("#requests li").first()).containsText("MEALS");
        on(page.locator("#inbox li time").first()).isVisible();
    }

    private static void holdsNoToken(Page page) {
        List<Cookie> cookies = page.context().cookies(page.url());
        assertThat(cookies)
                .isNotEmpty()
                .allSatisfy(
                        cookie -> assertThat(cookie.httpOnly).as(cookie.name).isTrue());
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
        assertThat((String) page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})"))
                .doesNotContain("ey");
        assertThat(page.content()).doesNotContain("Bearer", "eyJ");
    }

    private void signsOutHere(Page page) {
        page.locator("#sign-out").click();
        isSignedOut(page);
    }

    /**
     * Back without a question: the gateway gave the refresh token back, with which Keycloak ended the session there. It
     * asks only who has one still.
     */
    private void isSignedOut(Page page) {
        on(page.locator("#sign-in")).isVisible();
        on(page.locator("#person")).isHidden();
        assertThat(page.url()).isEqualTo(gateway + "/");
    }

    private void signsOutEverywhere(Page page, Page elsewhere) {
        page.locator("#sign-out-everywhere").click();
        isSignedOut(page);

        elsewhere.reload();

        on(elsewhere.locator("#sign-in")).isVisible();
        on(elsewhere.locator("#person")).isHidden();
    }
}
