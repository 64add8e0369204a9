package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.e2e.Visitor.Device;

/**
 * A night’s referral on two phones: from the result of a screening to a sent request in at most ten
 * taps, including the consent; the other side reads, accepts and replies.
 */
@ExtendWith(Chromium.class)
@Tag("long")
class NightReferralTest {
  private static final int MOST_TAPS = 10;
  private final List<String> found = new ArrayList<>();
  private int taps;

  @ParameterizedTest
  @CsvSource({"fr, FR, camille.enfance, julie.tilleul", "sr-Cyrl, RS, jelena.most, slavica.centar"})
  void somebodyIsAskedInTenTapsAndAnswers(
      String language, String country, String sender, String recipient) {
    try (Visitor who = Visitor.in(Device.PHONE, sender, language);
        Visitor other = Visitor.in(Device.PHONE, recipient, language)) {
      new Screening(who, false)
          .answering("age_under_18", "no")
          .answering("country", country)
          .answering("languages", "sr")
          .answering("act", "recruitment")
          .answering("urgency", "no_safe_place")
          .through();
      seen(who, "night-1-result-375");
      tap(who, "form[action$='/refer-screened'] button");
      assertThat(who.path()).endsWith("/referrals/new");
      seen(who, "night-2-whom-375");
      assertThat(who.page().inputValue("#service")).isEqualTo("shelter");
      assertThat(who.page().inputValue("#request")).isNotBlank();
      touch(who, "label.choice:has(input[name=provider])");
      tap(who, "form[action$='/referrals'] button.primary");
      assertThat(who.path()).endsWith("/content");
      look(who);
      tap(who, ".notice a[href*='/consents/new']");
      look(who);
      for (String category : List.of("case", "contact")) {
        touch(who, "label.choice:has(input[name=categories][value=" + category + "])");
      }
      tap(who, "form[action$='/consents'] button.primary");
      assertThat(who.path()).as("back in the draft").contains("/content?basis=");
      assertThat(who.page().inputValue("#basis")).isNotBlank();
      seen(who, "night-3-what-375");
      tap(who, "button[name=step][value=review]");
      assertThat(who.path()).as(who.text()).contains("/review");
      tap(who, "form[action$='/send'] button.primary");
      assertThat(who.path()).matches("/protect/referrals/[0-9a-f-]{36}");
      System.out.printf("%s: %d taps from the result to a referral%n", language, taps);
      assertThat(taps).isLessThanOrEqualTo(MOST_TAPS);

      answered(who, other);

      String at = who.one("a[href^='/protect/cases/']:has(.code)").getAttribute("href");
      who.go(at.replaceAll("/referrals.*", "") + "/urgency");
      look(who);
      who.go("/protect/cases");
      look(who);
      assertThat(found).isEmpty();
    }
  }

  /** The other side accepts within the night and replies; the sender reads both. */
  private void answered(Visitor who, Visitor other) {
    String sent = who.path();
    String received = sent.replace("/referrals/", "/received/");
    other.until("/", () -> other.page().locator("a[href='" + received + "']").count() > 0);
    assertThat(other.one("main ul.tasks").locator("a[href='" + received + "']").count())
        .as("above whatever is late")
        .isPositive();
    seen(other, "night-4-arrived-375");
    int before = taps;
    tap(other, "a[href='" + received + "']");
    seen(other, "night-5-read-375");
    tap(other, "form[action$='/accept'] button");
    System.out.printf("%d taps to accept%n", taps - before);
    look(other);
    other.go(received);
    other.page().fill("#text", "23.40");
    tap(other, "form[action$='/messages'] button");
    look(other);
    who.until(sent, () -> who.page().locator(".badge.good").count() > 0);
    who.until(sent, () -> who.page().locator(".timeline .prewrap").count() > 0);
    assertThat(who.one(".timeline .prewrap").innerText()).isEqualTo("23.40");
    seen(who, "night-6-answered-375");
  }

  /** A tap that leads to another page. */
  private void tap(Visitor who, String selector) {
    taps++;
    int status = who.leads(() -> who.one(selector).tap());
    assertThat(status).as("%s leads to %s", selector, who.path()).isLessThan(400);
  }

  /** A tap that selects something on the page. */
  private void touch(Visitor who, String selector) {
    taps++;
    Locator choice = who.one(selector);
    choice.tap();
    assertThat(choice.locator("input").isChecked()).as(selector).isTrue();
  }

  /** Checked, and photographed for the guide in French. */
  private void seen(Visitor who, String picture) {
    look(who);
    if (who.page().getAttribute("html", "lang").equals("fr")) {
      who.picture(picture);
    }
  }

  private void look(Visitor who) {
    found.addAll(Looked.at(who));
  }
}
