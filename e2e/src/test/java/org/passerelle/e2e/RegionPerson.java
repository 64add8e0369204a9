package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Somebody at the browser, in one house. */
final class RegionPerson {
  final String house;
  final Page page;
  private final String address;
  private final BrowserContext context;
  private final List<String> complaints = new ArrayList<>();
  private int shown;

  RegionPerson(String house, String address, boolean telephone) {
    this.house = house;
    this.address = address;
    Browser.NewContextOptions options = new Browser.NewContextOptions().setLocale("en");
    context =
        Chromium.get()
            .newContext(
                telephone
                    ? options.setViewportSize(375, 812).setHasTouch(true).setIsMobile(true)
                    : options.setViewportSize(1280, 900));
    context.setDefaultTimeout(30_000);
    page = context.newPage();
    page.onPageError(e -> complaints.add(page.url() + ": " + e));
    page.onFrameNavigated(frame -> shown++);
  }

  void signIn(String login) {
    go("/sign-in");
    page.fill("#login", login);
    page.fill("#password", Server.PASSWORD);
    press("form[action='/sign-in'] button[type=submit]");
  }

  void go(String path) {
    page.navigate(address + path);
  }

  void press(String selector) {
    int before = shown;
    Response response =
        page.waitForResponse(
            r -> r.request().isNavigationRequest() && (r.status() < 300 || r.status() >= 400),
            () -> page.locator(selector).first().click());
    page.waitForCondition(() -> shown > before);
    page.waitForLoadState();
    assertThat(response.status())
        .as("%s leads to %s: %s", selector, page.url(), page.innerText("main"))
        .isLessThan(400);
  }

  boolean has(String selector) {
    return page.locator(selector).count() > 0;
  }

  String href(String selector) {
    return page.locator(selector).first().getAttribute("href");
  }

  String text() {
    return page.innerText("main");
  }

  /** Opens a page again and again until something is so: what is said travels between houses. */
  void until(String path, BooleanSupplier so) {
    Eventually.is(
        path,
        () -> {
          go(path);
          return so.getAsBoolean();
        });
  }

  void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }
}
