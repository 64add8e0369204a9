package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/**
 * A prosecutor begins an investigation, fills each of its parts and closes it; each page is checked
 * empty, with errors and filled. An investigator of the team sees it, nobody else does.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class InvestigationTest {
  private static final String ALL = "/prosecute/investigations";
  private static final List<String> PARTS =
      List.of(
          "",
          "/victims",
          "/suspects",
          "/charges",
          "/hearings",
          "/measures",
          "/assets",
          "/proceedings",
          "/exhibits",
          "/tasks",
          "/timeline",
          "/networks",
          "/team");

  @ParameterizedTest
  @CsvSource({
    "milan.tuzilastvo, marija.tuzilastvo, sophie.parquet, PHONE, DARK, sr-Cyrl",
    "sophie.parquet, antoine.parquet, milan.tuzilastvo, DESKTOP, LIGHT, fr",
    "milan.tuzilastvo, marija.tuzilastvo, jelena.most, DESKTOP, DARK, en"
  })
  void fromItsBeginningToItsEnd(
      String prosecutor,
      String investigator,
      String outside,
      Device device,
      ColorScheme scheme,
      String language) {
    List<String> pages = new ArrayList<>();
    try (Visitor visitor = Visitor.in(device, scheme, prosecutor, language)) {
      String at = begun(visitor, "Finch " + language);
      for (String part : PARTS) {
        isSound(visitor, at + part);
        pages.add(at + part);
      }
      victim(visitor, at);
      pages.add(suspect(visitor, at));
      pages.add(pages.get(pages.size() - 1) + "/edit");
      pages.add(charge(visitor, at));
      pages.addAll(proceeding(visitor, at));
      pages.add(measure(visitor, at));
      pages.add(asset(visitor, at));
      story(visitor, at);
      pages.add(at + "/edit");
      team(visitor, at);
      pages.addAll(
          List.of(
              "/prosecute", ALL, "/prosecute/both", "/prosecute/suspects", "/prosecute/take-over"));
      pages.forEach(page -> isSound(visitor, page));
      isSound(visitor, "/prosecute/figures");
      sees(investigator, language, pages, at, 200);
      sees(outside, language, pages, at, 404);
      closed(visitor, at);
      pages.forEach(page -> isSound(visitor, page));
    }
  }

  private static String begun(Visitor visitor, String title) {
    visitor.go(ALL + "/new");
    visitor.beginsAnew();
    visitor.go(ALL + "/new");
    isSound(visitor, "");
    visitor.comesBack("form[action='" + ALL + "'] button.primary");
    isSound(visitor, "");
    visitor.page().fill("#title", title);
    visitor.page().check("[name=kind][value=trafficking]");
    visitor.page().selectOption("#country", "FR");
    visitor.page().fill("#summary", "S-1 recruits at the market. V-1 was held for weeks.");
    visitor.press("form[action='" + ALL + "'] button.primary");
    return visitor.path();
  }

  private static void victim(Visitor visitor, String at) {
    visitor.go(at + "/victims");
    visitor.page().selectOption("#form", "forced_criminality");
    visitor.page().selectOption("#minor", "yes");
    visitor.page().selectOption("#nationality", "AL");
    visitor.press("form[action$='/victims/own'] button");
  }

  private static String suspect(Visitor visitor, String at) {
    String form = "form[action='" + at + "/suspects'] button.primary";
    visitor.go(at + "/suspects/new");
    isSound(visitor, "");
    visitor.comesBack(form);
    isSound(visitor, "");
    visitor.page().fill("#name", "Anton Grey");
    visitor.page().fill("#from", "1980");
    visitor.page().fill("#to", "1985");
    visitor.page().selectOption("#victim", new SelectOption().setIndex(1));
    visitor.press(form);
    String suspect = visitor.path();
    visitor.page().selectOption("#kind", "phone");
    visitor.page().fill("#value", "+33 6 00 00 00 18");
    visitor.press("form[action$='/traits'] button");
    visitor.comesBack("form[action$='/flag'] button");
    isSound(visitor, "");
    visitor.page().fill("#reason", "Owed them for the journey");
    visitor.press("form[action$='/flag'] button");
    visitor.go("/prosecute/suspects");
    visitor.page().fill("#value", "33600000018");
    visitor.leads(() -> visitor.one("form[action='/prosecute/suspects'] button").click());
    assertThat(visitor.page().locator("a[href='" + suspect + "']").count()).isEqualTo(1);
    isSound(visitor, "");
    return suspect;
  }

  private static String charge(Visitor visitor, String at) {
    String form = "form[action='" + at + "/charges'] button.primary";
    visitor.go(at + "/charges");
    isSound(visitor, "");
    visitor.comesBack(form);
    isSound(visitor, "");
    visitor.page().selectOption("#suspect", new SelectOption().setIndex(1));
    visitor.page().selectOption("#offence", "trafficking-fr");
    visitor.page().fill("#day", "2026-03-05");
    visitor.one("[name=victims]").check();
    visitor.press(form);
    String charge = visitor.path();
    isSound(visitor, "");
    visitor.comesBack("form[action$='/bring'] button");
    isSound(visitor, "");
    visitor.page().fill("#note", "Went on for years after the debt was paid");
    visitor.press("form[action$='/bring'] button");
    return charge;
  }

  private static List<String> proceeding(Visitor visitor, String at) {
    String form = "form[action='" + at + "/proceedings'] button.primary";
    visitor.go(at + "/proceedings");
    visitor.comesBack(form);
    isSound(visitor, "");
    visitor.page().fill("#court", "Court of the city");
    visitor.page().selectOption("#stage", "first_instance");
    visitor.one("[name=charges]").check();
    visitor.press(form);
    String proceeding = visitor.path();
    visitor.one("details:has(#day) summary").click();
    visitor.comesBack("form[action$='/court-hearings'] button");
    isSound(visitor, "");
    visitor.page().selectOption("#kind", "main");
    visitor.page().fill("#day", "2027-01-20");
    visitor.page().fill("#hour", "09:30");
    visitor.press("form[action$='/court-hearings'] button");
    visitor.go(proceeding + "/outcomes");
    visitor.comesBack("form[action$='/outcomes'] button.primary");
    isSound(visitor, "");
    visitor.page().selectOption("#charge", new SelectOption().setIndex(1));
    visitor.page().selectOption("#kind", "convicted");
    visitor.press("form[action$='/outcomes'] button.primary");
    String outcome = visitor.path();
    visitor.one("details:has(#sentence) summary").click();
    visitor.comesBack("form[action$='/sentences'] button");
    isSound(visitor, "");
    visitor.page().selectOption("#sentence", "prison");
    visitor.page().fill("#months", "84");
    visitor.press("form[action$='/sentences'] button");
    visitor.one("details:has(#party) summary").click();
    visitor.page().selectOption("#party", "defence");
    visitor.press("form[action$='/appeals'] button");
    return List.of(proceeding, outcome);
  }

  private static String measure(Visitor visitor, String at) {
    String form = "form[action='" + at + "/measures'] button.primary";
    visitor.go(at + "/measures");
    visitor.comesBack(form);
    isSound(visitor, "");
    visitor.page().selectOption("#kind", "interception");
    visitor.page().selectOption("#suspect", new SelectOption().setIndex(1));
    visitor.page().fill("#authority", "Court of the city");
    visitor.page().fill("#ordered", "2026-11-02");
    visitor.page().fill("#until", "2027-02-02");
    visitor.page().fill("#limit", "Three months, once more by a new order");
    visitor.press(form);
    String measure = visitor.path();
    visitor.comesBack("form[action$='/end'] button");
    isSound(visitor, "");
    visitor.press("form[action$='/executed'] button");
    return measure;
  }

  private static String asset(Visitor visitor, String at) {
    String form = "form[action='" + at + "/assets'] button.primary";
    visitor.go(at + "/assets");
    visitor.comesBack(form);
    isSound(visitor, "");
    visitor.page().fill("#what", "A grey car, AB-123-CD");
    visitor.page().selectOption("#kind", "vehicle");
    visitor.page().fill("#value", "12500");
    visitor.press(form);
    String asset = visitor.path();
    step(visitor, asset, "seized", "12000");
    step(visitor, asset, "to_victim", "9000");
    visitor.comesBack("form[action='" + asset + "'] button.primary");
    isSound(visitor, "");
    return asset;
  }

  private static void step(Visitor visitor, String asset, String kind, String amount) {
    visitor.page().selectOption("#kind", kind);
    visitor.page().fill("#on", "2026-11-03");
    visitor.page().fill("#amount", amount);
    visitor.press("form[action='" + asset + "'] button.primary");
  }

  private static void story(Visitor visitor, String at) {
    visitor.go(at + "/timeline");
    visitor.one("details:has(#words) summary").click();
    visitor.page().fill("#day", "2026-03-05");
    visitor.page().fill("#words", "S-1 met V-1 at the market");
    visitor.press("form[action$='/timeline'] button");
    visitor.go(at + "/tasks");
    visitor.comesBack("form[action$='/tasks'] button.primary");
    isSound(visitor, "");
    visitor.page().fill("#words", "Ask the harbour for its pictures");
    visitor.page().fill("#due", "2027-01-20");
    visitor.press("form[action$='/tasks'] button.primary");
  }

  private static void team(Visitor visitor, String at) {
    visitor.go(at + "/team");
    visitor.comesBack("form[action$='/team'] button.primary");
    isSound(visitor, "");
    // investigators follow the prosecutors
    int last = visitor.page().locator("#colleague option").count() - 1;
    visitor.page().selectOption("#colleague", new SelectOption().setIndex(last));
    visitor.press("form[action$='/team'] button.primary");
  }

  private static void closed(Visitor visitor, String at) {
    visitor.go(at);
    visitor.one("details:has(#reason) summary").click();
    visitor.page().selectOption("#reason", "handed_over");
    visitor.press("form[action$='/close'] button");
  }

  private static void sees(
      String login, String language, List<String> pages, String at, int status) {
    try (Visitor visitor = Visitor.in(Device.DESKTOP, login, language)) {
      for (String page : pages) {
        if (page.startsWith(at)) {
          assertThat(visitor.go(page)).as(login + " " + page).isEqualTo(status);
        }
      }
    }
  }

  /** Checks a page, or the open one, on screens of each size. */
  private static void isSound(Visitor visitor, String page) {
    if (!page.isEmpty()) {
      assertThat(visitor.go(page)).as(page).isEqualTo(200);
    }
    assertThat(Looked.atEachSize(visitor)).isEmpty();
  }
}
