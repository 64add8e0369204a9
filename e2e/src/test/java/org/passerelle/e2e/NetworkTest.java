package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/** Networks: an analyst draws one, reads positions with their evidence, undoes and redoes. */
@ExtendWith(Chromium.class)
@Tag("long")
class NetworkTest {
  @ParameterizedTest
  @CsvSource({"en, DESKTOP", "sr-Cyrl, PHONE"})
  void aNetworkFromItsFirstActor(String language, Device device) {
    try (Visitor analyst = Visitor.in(device, "tamara.most", language)) {
      Networking.begin(analyst, "Reeds " + language);
      String at = analyst.path();
      isSound(analyst);
      analyst.go(at + "/actors/new");
      analyst.leads(() -> analyst.one("form.form button.primary").click());
      assertThat(analyst.page().locator(".field-error").count()).isEqualTo(1);
      isSound(analyst);
      actor(analyst, at, "Otter", "person", false);
      actor(analyst, at, "Heron", "person", false);
      actor(analyst, at, "Otter’s brother", "person", false);
      actor(analyst, at, "V-1", "person", true);
      actor(analyst, at, "+381 00 000 111", "phone", false);
      tie(analyst, at, "Otter", "Heron", "kinship");
      tie(analyst, at, "Otter", "V-1", "control");
      tie(analyst, at, "Otter", "+381 00 000 111", "uses");
      tie(analyst, at, "Otter’s brother", "+381 00 000 111", "uses");
      analyst.go(at + "/suggested");
      assertThat(analyst.page().locator(".suggested li").count()).isEqualTo(1);
      isSound(analyst);
      analyst.press("form[action$='/suggested/take'] button");
      assertThat(analyst.page().locator(".suggested li").count()).isZero();
      analyst.go(at);
      analyst.page().waitForSelector(Networking.DRAWN);
      assertThat(analyst.page().getAttribute(".workbench", "data-drawn")).isEqualTo("10");
      analyst.page().click("[data-panel] [data-select]");
      analyst.page().waitForSelector("[data-panel] .evidence");
      assertThat(analyst.page().textContent("[data-panel] h2")).isEqualTo("Otter");
      isSound(analyst);
      // the brother is merged with Heron; then separated
      analyst.page().locator("[data-panel] details:has(#into) summary").click();
      analyst.page().fill("#into", "Heron");
      analyst.press("form[action$='/merge'] button");
      analyst.page().waitForSelector(Networking.DRAWN);
      assertThat(analyst.page().textContent("[data-panel]")).contains("Otter");
      assertThat(analyst.page().getAttribute(".workbench", "data-drawn")).isEqualTo("8");
      analyst.press("form[action$='/undo'] button");
      analyst.page().waitForSelector(Networking.DRAWN);
      assertThat(analyst.page().getAttribute(".workbench", "data-drawn")).isEqualTo("10");
      analyst.press("form[action$='/redo'] button");
      analyst.press("form[action$='/undo'] button");
      // without victims, and saved as a view
      analyst.page().waitForSelector(Networking.DRAWN);
      analyst.page().locator("[data-hides=novictims]").uncheck();
      analyst
          .page()
          .waitForCondition(
              () -> "8".equals(analyst.page().getAttribute(".workbench", "data-drawn")));
      assertThat(analyst.page().url()).contains("novictims=1");
      analyst.page().fill("#name", "No victims");
      analyst.press("form[action$='/views'] button");
      analyst.go(at);
      analyst.press(".kept a");
      analyst.page().waitForSelector(Networking.DRAWN);
      assertThat(analyst.page().getAttribute(".workbench", "data-drawn")).isEqualTo("8");
      for (String tab :
          new String[] {
            "table", "ties", "timeline", "map", "changes", "export", "cases", "team", "import"
          }) {
        analyst.go(at + "/" + tab);
        isSound(analyst);
      }
    }
  }

  /** Everything possible with the mouse is possible with the keyboard. */
  @Test
  void theDrawingIsReadWithTheKeyboard() {
    try (Visitor analyst = Visitor.in(Device.DESKTOP, "tamara.most", "en")) {
      analyst.go("/understand/networks");
      analyst
          .page()
          .locator(
              ".rows a.title",
              new com.microsoft.playwright.Page.LocatorOptions().setHasText("Савски"))
          .click();
      analyst.page().waitForSelector(Networking.DRAWN);
      analyst.page().focus(".canvas");
      analyst.page().keyboard().press("ArrowRight");
      analyst.page().waitForSelector("[data-panel] .evidence, [data-panel] h2");
      analyst.page().waitForCondition(() -> analyst.page().url().contains("selected="));
      String first = analyst.page().url();
      analyst.page().keyboard().press("ArrowLeft");
      analyst.page().waitForCondition(() -> !analyst.page().url().equals(first));
      analyst.page().keyboard().press("Enter");
      assertThat(analyst.page().evaluate("document.activeElement.matches('[data-panel]')"))
          .isEqualTo(true);
      // the slider keeps the selection, and says so if it is not drawn
      String selected =
          (String) analyst.page().evaluate("new URLSearchParams(location.search).get('selected')");
      String whole = analyst.page().textContent("#told");
      analyst.page().focus("#when");
      analyst.page().keyboard().press("Home");
      analyst.page().waitForCondition(() -> analyst.page().url().contains("from=2017-01"));
      analyst.page().waitForCondition(() -> !analyst.page().textContent("#told").equals(whole));
      assertThat(analyst.page().evaluate("new URLSearchParams(location.search).get('selected')"))
          .isEqualTo(selected);
      analyst.page().focus("#when");
      analyst.page().keyboard().press("End");
      analyst.page().waitForCondition(() -> !analyst.page().url().contains("from="));
      // the path between two names
      analyst.page().fill("#way-from", "S-02");
      analyst.page().fill("#way-to", "S-07");
      analyst.page().keyboard().press("Enter");
      analyst.page().waitForSelector("[data-panel] .ways li");
      assertThat(analyst.page().textContent("[data-panel] .ways"))
          .contains("S-02")
          .contains("S-07");
      isSound(analyst);
    }
  }

  /** 1,600 actors and 3,200 ties, drawn as groups, open again in less than three seconds. */
  @Tag("long")
  @Test
  void aLargeNetworkReopens() {
    try (Visitor analyst = Visitor.in(Device.DESKTOP, "tamara.most", "en")) {
      Networking.begin(analyst, "Large");
      String at = analyst.path();
      Networking.imported(analyst, at, "calls.csv", large().getBytes(StandardCharsets.UTF_8));
      analyst.press("form button[name=enter]");
      analyst.page().waitForSelector(Networking.DRAWN);
      assertThat(Integer.parseInt(analyst.page().getAttribute(".workbench", "data-drawn")))
          .isBetween(2, 2_000);
      double fastest = Double.MAX_VALUE;
      for (int trial = 0; trial < 3; trial++) {
        long began = System.nanoTime();
        analyst.go(at);
        analyst.page().waitForSelector(Networking.DRAWN);
        fastest = Math.min(fastest, (System.nanoTime() - began) / 1e9);
      }
      System.out.printf("4,800 elements reopen in %.2f s%n", fastest);
      assertThat(fastest).as("seconds").isLessThan(3);
      String before = analyst.page().getAttribute(".workbench", "data-drawn");
      analyst.go(at + "?selected=g0");
      analyst.page().waitForSelector(Networking.DRAWN);
      analyst.page().click("[data-open-group]");
      analyst
          .page()
          .waitForFunction(
              "before => document.querySelector('.workbench').dataset.drawn !== before", before);
      isSound(analyst);
    }
  }

  private static void actor(Visitor analyst, String at, String label, String kind, boolean victim) {
    analyst.go(at + "/actors/new");
    analyst.page().fill("#label", label);
    analyst.page().selectOption("#kind", kind);
    if (victim) {
      analyst.page().check("[name=victim]");
    }
    analyst.press("form.form button.primary");
  }

  private static void tie(Visitor analyst, String at, String one, String other, String kind) {
    analyst.go(at + "/ties/new");
    analyst.page().fill("#one", one);
    analyst.page().fill("#kind", kind);
    analyst.page().fill("#other", other);
    analyst.page().fill("#from", "2019-04");
    analyst.page().fill("#grading", "B2");
    analyst.press("form.form button.primary");
  }

  private static String large() {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder rows = new StringBuilder("source,target,kind,begins\n");
    int actors = 1_600;
    for (int ties = 0; ties < 3_200; ) {
      int one = ties < actors ? ties : random.nextInt(actors);
      int other =
          random.nextInt(7) > 0 ? one / 40 * 40 + random.nextInt(40) : random.nextInt(actors);
      if (one != other) {
        rows.append(
            "n%d,n%d,call,201%d-%02d%n"
                .formatted(one, other, 7 + random.nextInt(3), 1 + random.nextInt(12)));
        ties++;
      }
    }
    return rows.toString();
  }

  private static void isSound(Visitor visitor) {
    assertThat(EveryPageTest.problems(visitor)).isEmpty();
  }
}
