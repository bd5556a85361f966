package org.linli.gateway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine; a test is skipped where there is none. */
final class Chromium implements AutoCloseable {
    private static final double PATIENCE_MILLISECONDS = 30_000;

    private final List<String> complaints = new ArrayList<>();
    private final String origin;
    private final Playwright playwright;
    private final Browser browser;

    /** @param origin whose pages are listened to for what a browser complains of */
    Chromium(String origin) {
        this.origin = origin;
        Optional<Path> program = program();
        assumeTrue(
                program.isPresent(),
                "There is no Chromium here, so no real browser was tried: apt-get install chromium, or name one in"
                        + " LINLI_CHROMIUM.");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.get())
                        .setArgs(List.of("--no-sandbox")));
    }

    /** A window of somebody whose browser speaks that language, without cookies. */
    Page page(String locale) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale(locale));
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // A refused call (499) is written there by the browser itself.
            if (message.type().equals("error")
                    && message.location().startsWith(origin)
                    && !message.text().contains("499")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /** What the browser wrote as an error of the page. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    static LocatorAssertions on(Locator locator) {
        return PlaywrightAssertions.assertThat(locator);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv("LINLI_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
