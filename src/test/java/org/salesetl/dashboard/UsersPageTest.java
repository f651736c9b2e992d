package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class UsersPageTest extends BrowserTest {

    @Test
    void addsAUserWhoChangesTheOneTimePassword() {
        signIn();
        page.locator("footer a[href='/users']").click();
        page.locator("#name").fill("nina");
        page.locator("#role").selectOption("operator");
        button("Add a user").click();
        String oneTime = page.locator("#password").textContent();

        Page nina = visit(new Browser.NewContextOptions());
        nina.navigate("/sign-in");
        nina.getByLabel("User").fill("nina");
        nina.getByLabel("Password").fill(oneTime);
        nina.getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON).click();
        nina.waitForURL(base() + "/account");
        assertThat(nina.locator("main [role=status]")).containsText("Somebody else knows your password");
        nina.locator("#current").fill(oneTime);
        nina.locator("#new").fill("lantern gravel violin oak");
        nina.locator("#again").fill("lantern gravel violin oak");
        nina.getByText("Change password").click();
        nina.waitForURL(base() + "/sign-in?changed");
        nina.getByLabel("User").fill("nina");
        nina.getByLabel("Password").fill("lantern gravel violin oak");
        nina.getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON).click();
        nina.waitForURL(base() + "/");
        nina.navigate("/etl");
        assertThat(nina.getByText("Load new files now")).isVisible();
        assertThat(nina.getByText("Clean reload")).hasCount(0);

        open("/audit");
        assertThat(page.locator("main")).containsText("change-password");
        assertThat(page.locator("main")).containsText("add-user nina");
        assertThat(page.locator("main")).not().containsText(oneTime);
        open("/users");
        assertThat(page.locator("main")).containsText("nina");
    }

    @Test
    void makesAndRevokesAToken() {
        signIn();
        open("/account");
        page.getByLabel("Name of the token").fill("nightly");
        button("Make a token").click();
        assertThat(page.locator("#secret").textContent()).startsWith("salesetl_");

        open("/account");
        assertThat(page.locator("main")).containsText("nightly");
        assertThat(page.locator("#secret")).hasCount(0);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke nightly"))
                .click();

        assertThat(page.locator("main")).containsText("There is no token");
    }
}
