package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class SignInPageTest extends BrowserTest {

    @Test
    void refusesAWrongPasswordAndTakesTheRightOne() {
        open("/etl");
        link("Sign in to load files").click();

        page.getByLabel("Password").fill("wrong");
        button("Sign in").click();
        assertThat(page.locator("[role=alert]")).containsText("do not match");

        page.getByLabel("Password").fill("only-for-tests");
        button("Sign in").click();
        page.waitForURL(base() + "/etl");
        assertThat(page.locator(".site-user")).containsText("admin");
        assertThat(button("Load new files now")).isVisible();
    }

    @Test
    void leadsBackToThePageWithItsFilters() {
        open("/analytics?city=Saint-%C3%89tienne&from=2025-01-01");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.getByLabel("Password").fill("only-for-tests");
        button("Sign in").click();

        page.waitForURL(base() + "/analytics?city=Saint-%C3%89tienne&from=2025-01-01");
    }

    @Test
    void neverLeadsToAnotherHost() {
        for (String elsewhere : new String[] {"//example.org/", "/%5Cexample.org", "https://example.org/"}) {
            page.context().clearCookies();
            open("/sign-in?back=" + elsewhere);
            page.getByLabel("Password").fill("only-for-tests");
            button("Sign in").click();

            page.waitForURL(base() + "/");
        }
    }

    @Test
    void signsOut() {
        signIn();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();

        assertThat(page.locator("main [role=status]")).containsText("You have signed out.");
        open("/etl");
        assertThat(button("Load new files now")).hasCount(0);
    }

    @Test
    void saysWhereThePasswordIs() {
        open("/sign-in");

        page.locator(".where summary").click();

        assertThat(page.locator(".where")).containsText("sales-etl.admin-password");
    }
}
