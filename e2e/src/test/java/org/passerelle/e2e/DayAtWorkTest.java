package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.e2e.Visitor.Device;

/** Everyday work stays short: the list, the way to the content, unfinished work. */
@ExtendWith(Chromium.class)
@Tag("long")
class DayAtWorkTest {
  private static final int MOST_STOPS = 5;
  private static final int LINE = 56;
  private static final int MOST_FIELDS = 9;

  @Test
  void aHeaderSortsAndTurnsTheList() {
    try (Visitor who = Visitor.in(Device.DESKTOP, "dusan.most", "en")) {
      who.go("/protect/cases?state=open");
      assertThat(who.one("th[aria-sort]").innerText()).contains("Changed");
      who.press("th a[href*='sort=due']");
      assertThat(who.path()).isEqualTo("/protect/cases?state=open&sort=due");
      assertThat(who.one("th[aria-sort=ascending]").innerText()).contains("Deadline");
      who.press("th[aria-sort] a");
      assertThat(who.path()).endsWith("sort=due&turned=yes");
      assertThat(who.one("th[aria-sort=descending]").innerText()).contains("Deadline");
      assertThat(Looked.at(who)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "sr-Cyrl", "sr-Latn"})
  void aCaseIsALineAndEveryColumnIsInSight(String language) {
    try (Visitor who = Visitor.in(Device.DESKTOP, "vesna.most", language)) {
      who.go("/protect/cases");
      assertThat(
              who.page()
                  .evaluate(
                      "() => Math.max(...[...document.querySelectorAll('table.line tbody"
                          + " tr')].map(r => r.offsetHeight))"))
          .as("height of the highest row")
          .matches(height -> ((Number) height).intValue() <= LINE);
      assertThat(
              who.page()
                  .evaluate(
                      "() => { const t = document.querySelector('.table-scroll'); return"
                          + " t.scrollWidth - t.clientWidth; }"))
          .as("what stands beside the window")
          .isEqualTo(0);
    }
  }

  @Test
  void theContentIsAHandfulOfStopsAway() {
    try (Visitor who = Visitor.in(Device.DESKTOP, "dusan.most", "en")) {
      who.go("/protect/cases");
      List<String> stops = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        who.page().keyboard().press("Tab");
        if (isFocused(who, "main *")) {
          break;
        }
        stops.add(who.page().evaluate("document.activeElement.outerHTML").toString());
      }
      assertThat(stops).hasSizeLessThanOrEqualTo(MOST_STOPS);
      assertThat(stops.get(0)).contains("#content");
      who.page().keyboard().press("Shift+Tab");
      who.page().keyboard().press("ArrowRight");
      assertThat(isFocused(who, ".subnav li:nth-child(2) a")).isTrue();
      who.page().keyboard().press("Home");
      who.page().keyboard().press("ArrowLeft");
      assertThat(isFocused(who, ".subnav > .wrap > ul > li:last-child > *, .subnav .fold summary"))
          .isTrue();
    }
  }

  @Test
  void theTabsOfARoomStayInOneRow() {
    for (String language : List.of("en", "fr", "sr-Cyrl")) {
      for (String login : List.of("jelena.most", "vesna.most")) {
        try (Visitor who = Visitor.in(Device.DESKTOP, login, language)) {
          who.go("/protect/cases");
          assertThat(
                  who.page()
                      .evaluate(
                          "document.querySelector('.subnav ul').offsetHeight"
                              + " < 1.5 * document.querySelector('.subnav a').offsetHeight"))
              .as(login + " " + language)
              .isEqualTo(true);
          if (who.page().isVisible(".subnav .fold summary")) {
            who.one(".subnav .fold summary").click();
            assertThat(who.page().locator(".subnav .fold a:visible").count()).isPositive();
            who.page().keyboard().press("Escape");
            assertThat(who.page().isVisible(".subnav .fold a")).isFalse();
            assertThat(isFocused(who, ".subnav .fold summary")).isTrue();
          }
        }
      }
    }
  }

  @Test
  void tabsThatGoOnSayIt() {
    try (Visitor who = Visitor.in(Device.PHONE, "dusan.most", "fr")) {
      who.go("/protect/referrals");
      assertThat(
              who.page()
                  .evaluate(
                      """
                      () => {
                        const row = document.querySelector('.subnav ul'), open = row.querySelector('[aria-current]');
                        const at = open.getBoundingClientRect(), in_ = row.getBoundingClientRect();
                        return [row.scrollWidth > row.clientWidth, getComputedStyle(row).backgroundAttachment.includes('local'),
                          at.left >= in_.left && at.right <= in_.right].join();
                      }
                      """))
          .as("goes on, says it, and the open tab is in view")
          .isEqualTo("true,true,true");
    }
  }

  @Test
  void oneSetOfQuestionsIsOfferedAndTheOthersBehindIt() {
    try (Visitor who = Visitor.in(Device.PHONE, "nikola.most", "fr")) {
      who.go("/protect/screenings/new");
      assertThat(who.page().locator("main button[name=form]:visible").count()).isEqualTo(1);
      who.one("details.later > summary").tap();
      assertThat(who.page().locator("main button[name=form]:visible").allInnerTexts())
          .hasSizeGreaterThan(2)
          .doesNotHaveDuplicates();
      assertThat(Looked.at(who)).isEmpty();
    }
  }

  @Test
  void aNewCaseAsksWhatIsNeededNowAndLosesNothing() {
    try (Visitor who = Visitor.in(Device.PHONE, "dusan.most", "sr-Cyrl")) {
      who.go("/protect/cases/new");
      who.beginsAnew();
      who.go("/protect/cases/new");
      assertThat(who.page().locator("main .field:visible").count())
          .isLessThanOrEqualTo(MOST_FIELDS);
      for (String field : List.of("take_care", "vulnerabilities", "aliases", "channel", "asylum")) {
        assertThat(who.page().locator("[name=" + field + "]").count()).as(field).isPositive();
      }
      who.page().locator("details.later > summary").nth(1).tap();
      who.page().fill("#aliases", "Мика");
      who.comesBack("form[action='/protect/cases'] button.primary");
      assertThat(who.page().locator("#aliases:visible").inputValue()).isEqualTo("Мика");
      assertThat(Looked.at(who)).isEmpty();
      who.go("/protect/cases/new");
      who.beginsAnew();
    }
  }

  @Test
  void theDayOfAFirstResponderIsAboutTheNextScreening() {
    try (Visitor who = Visitor.in(Device.PHONE, "nikola.most", "sr-Cyrl")) {
      who.go("/");
      assertThat(who.page().locator("svg.map").count()).as("a map of nothing").isZero();
      assertThat(Looked.at(who)).isEmpty();
      who.press(".start button.primary");
      assertThat(who.path()).matches("/protect/screenings/[0-9a-f-]{36}.*");
      who.go("/");
      assertThat(who.page().locator(".start .rows a").count()).as("gone on with").isPositive();
    }
  }

  private static boolean isFocused(Visitor who, String selector) {
    return (boolean) who.page().evaluate("s => document.activeElement.matches(s)", selector);
  }
}
