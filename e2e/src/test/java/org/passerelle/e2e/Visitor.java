package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * A user with a browser. Any browser error, and any request that leaves this machine, is recorded
 * and fails the test at the end.
 */
final class Visitor implements AutoCloseable {
  /**
   * Sessions of this run by server and login. A user who signed in before reuses the session: three
   * pages and a password cost more than most tests do afterwards.
   */
  private static final Map<String, List<Cookie>> SIGNED_IN = new ConcurrentHashMap<>();

  private static final String PICTURES = System.getProperty("passerelle.pictures", "");

  private final BrowserContext context;
  private final Page page;
  private final String address;
  private final List<String> complaints = new ArrayList<>();
  private int shown;

  /** The device of the browser. */
  enum Device {
    PHONE,
    DESKTOP,
    /** A screen of 1280 by 900 with doubled text size (WCAG 2.2, 1.4.4). */
    ZOOMED
  }

  private Visitor(String address, Device device, ColorScheme scheme) {
    this.address = address;
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setLocale("en").setColorScheme(scheme);
    if (device == Device.PHONE) {
      options.setViewportSize(375, 812).setHasTouch(true).setIsMobile(true);
    } else if (device == Device.ZOOMED) {
      options.setViewportSize(640, 450).setDeviceScaleFactor(2);
    } else {
      options.setViewportSize(1280, 900);
    }
    context = Chromium.get().newContext(options);
    Axe.comesWith(context);
    context.setDefaultTimeout(Eventually.MILLISECONDS);
    page = context.newPage();
    page.onConsoleMessage(
        m -> {
          // "not found" for this user is an answer, not an error of the program
          if ((m.type().equals("error") || m.type().equals("warning"))
              && !m.text().startsWith("Failed to load resource")
              // axe's own canvas, not the page's
              && !m.text().startsWith("Canvas2D")) {
            complaints.add(page.url() + ": " + m.text());
          }
        });
    page.onFrameNavigated(frame -> shown++);
    page.onPageError(e -> complaints.add(page.url() + ": " + e));
    page.onDialog(
        d -> {
          complaints.add(page.url() + ": a dialog says " + d.message());
          d.dismiss();
        });
    context.onRequest(
        r -> {
          if (!r.url().startsWith(address) && !r.url().startsWith("data:")) {
            complaints.add(page.url() + ": a request to " + r.url());
          }
        });
  }

  /** Signs in as a user of the demonstration, in a language. */
  static Visitor in(Device device, String login, String language) {
    return in(device, ColorScheme.LIGHT, login, language);
  }

  static Visitor in(Device device, ColorScheme scheme, String login, String language) {
    Visitor visitor = new Visitor(Server.demo().address(), device, scheme);
    visitor.signIn(login, "/language/" + language + "?to=/");
    assertThat(visitor.page.getAttribute("html", "lang")).isEqualTo(language);
    return visitor;
  }

  /** A user of another server than the demonstration, signed in if a login is given. */
  static Visitor of(String address, Device device, String login) {
    Visitor visitor = new Visitor(address, device, ColorScheme.LIGHT);
    if (!login.isEmpty()) {
      visitor.signIn(login, "/");
    }
    return visitor;
  }

  /** An anonymous visitor of another server than the demonstration. */
  static Visitor of(String address, Device device, ColorScheme scheme) {
    return new Visitor(address, device, scheme);
  }

  /** Signs in and opens a path. */
  private void signIn(String login, String path) {
    String who = login + " at " + address;
    List<Cookie> before = SIGNED_IN.get(who);
    if (before != null) {
      context.addCookies(before);
      go(path);
      if (!path().startsWith("/sign-in")) {
        return;
      }
      context.clearCookies();
    }
    go("/sign-in");
    page.fill("#login", login);
    page.fill("#password", Server.PASSWORD);
    page.click("form[action='/sign-in'] button[type=submit]");
    page.waitForURL(url -> !url.contains("/sign-in"));
    SIGNED_IN.put(who, context.cookies());
    go(path);
  }

  /** An anonymous visitor. */
  static Visitor stranger(Device device, ColorScheme scheme) {
    return new Visitor(Server.demo().address(), device, scheme);
  }

  Page page() {
    return page;
  }

  /** Opens a path and returns the status. */
  int go(String path) {
    Response response = page.navigate(path.startsWith("http") ? path : address + path);
    return response == null ? 0 : response.status();
  }

  /** Discards the user's earlier unsent input in this form. */
  void beginsAnew() {
    while (page.locator("[data-kept]").count() > 0) {
      press("[data-kept] form button");
    }
  }

  /** The path of the open page. */
  String path() {
    return page.url().substring(address.length());
  }

  Locator one(String selector) {
    return page.locator(selector).first();
  }

  /** Presses a button or link and waits for the page it leads to. */
  void press(String selector) {
    int status = leads(() -> one(selector).click());
    assertThat(status)
        .as("%s leads to %s: %s %s", selector, page.url(), heading(), errors())
        .isLessThan(400);
  }

  /** Presses the button of a form that asks first: opens its question, then answers it. */
  void confirm(String form) {
    one(form).locator("xpath=ancestor::details[1]/summary").click();
    press(form + " button");
  }

  /** The error messages of a rejected form. */
  private String errors() {
    return String.join(" ", page.locator(".error-summary").allInnerTexts());
  }

  /** Submits a form that is rejected because of its content. */
  void comesBack(String selector) {
    assertThat(leads(() -> one(selector).click())).as(selector).isEqualTo(422);
  }

  /** Status of the page that an action leads to. */
  int leads(Runnable what) {
    int before = shown;
    Response response =
        page.waitForResponse(
            r -> r.request().isNavigationRequest() && (r.status() < 300 || r.status() >= 400),
            what);
    page.waitForCondition(() -> shown > before);
    page.waitForLoadState();
    return response.status();
  }

  /** Reloads a page until a condition holds: messages travel between nodes. */
  void until(String path, BooleanSupplier so) {
    Eventually.is(
        path,
        () -> {
          go(path);
          return so.getAsBoolean();
        });
  }

  /** Waits until the work on the open page has ended and redirects. */
  void worked() {
    String work = path();
    Eventually.is(
        "the work ends",
        () -> {
          boolean ended = page.locator("main a.primary").count() == 1;
          if (!ended) {
            go(work);
          }
          return ended;
        });
  }

  /** Takes a picture of the screen for the guides, if requested. */
  void picture(String name) {
    if (!PICTURES.isEmpty()) {
      Path file = Server.HOME.resolve(PICTURES).resolve(name + ".png");
      page.evaluate("() => document.activeElement.blur()");
      page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
  }

  /** Takes a picture of the whole page for whoever looks at it, if requested. */
  void looksLike(String name) {
    String pictures = System.getenv("LOOKED_PICTURES");
    if (pictures != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(pictures, name + ".png")));
    }
  }

  String heading() {
    return page.locator("h1").count() == 0 ? "" : one("h1").innerText();
  }

  String text() {
    return page.innerText("body");
  }

  /** Fails if there was any browser error. */
  void isContent() {
    assertThat(complaints).isEmpty();
  }

  @Override
  public void close() {
    context.close();
    isContent();
  }
}
