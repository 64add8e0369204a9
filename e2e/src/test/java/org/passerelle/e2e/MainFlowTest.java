package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.e2e.Visitor.Device;

/** From a screening on a phone to a referral that another organisation answers. */
@ExtendWith(Chromium.class)
class MainFlowTest {
  private static final String ADULT_RESULT = "no-means";

  @Test
  void fromAScreeningToAnAnsweredReferralByKeyboard() {
    fromAScreeningToAnAnsweredReferral("fr", true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "sr-Cyrl"})
  @Tag("long")
  void fromAScreeningToAnAnsweredReferral(String language) {
    fromAScreeningToAnAnsweredReferral(language, false);
  }

  private static void fromAScreeningToAnAnsweredReferral(String language, boolean keyboard) {
    String sent;
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", language)) {
      new Screening(manager, keyboard)
          .answering("age_under_18", "no")
          .answering("act", "recruitment")
          .answering("means", "deception", "abuse_of_vulnerability")
          .answering("purpose", "labour")
          .through();
      assertThat(manager.page().locator(".verdict.indicators_present").count())
          .as(manager.heading())
          .isEqualTo(1);
      manager.press("form[action$='/from-screening'] button");
      Casework work = new Casework(manager);
      work.consent(Casework.CLINIC);
      sent = work.refer(Casework.CLINIC);
      assertThat(sent).startsWith("/protect/referrals/");
    }
    String received;
    try (Visitor clinic = Visitor.in(Device.DESKTOP, "snezana.klinika", language)) {
      received = arrived(clinic, sent);
      clinic.go(received);
      forTheGuides(clinic, "referral-received-1280");
      clinic.press("form[action$='/accept'] button.primary");
    }
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", language)) {
      untilDelivered(manager, sent, ".badge.good");
      // revoking an accepted referral needs a reason, on a page of its own
      assertThat(manager.page().locator("a[href$='/revoke']").count()).isEqualTo(1);
    }
    try (Visitor clinic = Visitor.in(Device.PHONE, "snezana.klinika", language)) {
      // the sender's page does not exist for the recipient, and vice versa
      assertThat(clinic.go(sent)).isEqualTo(404);
      clinic.go(received);
      forTheGuides(clinic, "referral-received-375");
    }
    try (Visitor manager = Visitor.in(Device.PHONE, "jelena.most", language)) {
      assertThat(manager.go(received)).isEqualTo(404);
    }
  }

  private static void forTheGuides(Visitor who, String picture) {
    if (who.page().getAttribute("html", "lang").equals("en")) {
      who.picture(picture);
    }
  }

  @Test
  void withdrawalStopsAQueuedReferral() {
    hold(true);
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "en")) {
      Casework work = Casework.open(manager, "Rowan");
      work.consent(Casework.CLINIC);
      String sent = work.refer(Casework.CLINIC);
      manager.go(work.at() + "/consents");
      manager.page().locator("[data-dialog^=w-]").first().click();
      manager.press("dialog[open] button.primary, dialog[open] button.danger");
      hold(false);
      manager.go(sent);
      assertThat(manager.text()).containsIgnoringCase("stopped");
      Casework later = Casework.open(manager, "Alder");
      later.consent(Casework.CLINIC);
      String sentLater = later.refer(Casework.CLINIC);
      try (Visitor clinic = Visitor.in(Device.DESKTOP, "snezana.klinika", "en")) {
        // a message that waited longer would have been sent before it
        arrived(clinic, sentLater);
        manager.go(sent);
        assertThat(manager.text()).containsIgnoringCase("stopped");
        assertThat(receivedIds(clinic)).noneMatch(id -> sent.endsWith(id));
        assertThat(clinic.go(sent.replace("/referrals/", "/received/"))).isEqualTo(404);
      }
    } finally {
      hold(false);
    }
  }

  @ParameterizedTest
  @CsvSource({"yes", "not_sure"})
  void aMinorNeedsNoMeansAndNotSureCountsAsAMinor(String under18) {
    try (Visitor officer = Visitor.in(Device.PHONE, "nikola.most", "en")) {
      new Screening(officer, false)
          .answering("age_under_18", under18)
          .answering("act", "transportation")
          .answering("means", "_none")
          .answering("purpose", "forced_begging")
          .through();
      assertThat(officer.page().locator(".verdict.indicators_present").count()).isEqualTo(1);
      assertThat(officer.page().locator(".badges .badge.warn").count()).isPositive();
    }
  }

  @Test
  void ofAnAdultWithoutMeansMoreIsAsked() {
    try (Visitor officer = Visitor.in(Device.PHONE, "nikola.most", "en")) {
      new Screening(officer, false)
          .answering("age_under_18", "no")
          .answering("under_18_when_it_began", "no")
          .answering("act", "transportation")
          .answering("means", "_none")
          .answering("purpose", "forced_begging")
          .through();
      assertThat(officer.page().locator(".verdict.indicators_present").count())
          .as("%s: %s", ADULT_RESULT, officer.heading())
          .isZero();
      assertThat(officer.text()).doesNotContainIgnoringCase("delinquen");
    }
  }

  @Test
  void anotherOrganisationsCaseIsNotThereAndNeitherForTheAdministrator() {
    String at;
    try (Visitor manager = Visitor.in(Device.DESKTOP, "jelena.most", "en")) {
      at = Casework.open(manager, "Linden").at();
    }
    for (String login : List.of("camille.enfance", "goran.most", "zorica.most", "dusan.most")) {
      try (Visitor other = Visitor.in(Device.DESKTOP, login, "en")) {
        for (String part :
            List.of("", "/notes", "/history", "/team", "/consents", "/referrals", "/edit")) {
          assertThat(other.go(at + part)).as(login + " " + part).isEqualTo(404);
        }
        assertThat(other.text()).doesNotContain("Linden");
      }
    }
  }

  private static String arrived(Visitor recipient, String sent) {
    String id = sent.replaceAll(".*/", "");
    String path = "/protect/received/" + id;
    Eventually.is("the referral arrives at " + path, () -> recipient.go(path) == 200);
    return path;
  }

  private static void untilDelivered(Visitor sender, String sent, String selector) {
    Eventually.is(
        "the answer arrives at " + sent,
        () -> {
          sender.go(sent);
          return sender.page().locator(selector).count() > 0;
        });
  }

  private static List<String> receivedIds(Visitor recipient) {
    recipient.go("/protect/referrals");
    return recipient.page().locator("a[href^='/protect/received/']").all().stream()
        .map(a -> a.getAttribute("href").replaceAll(".*/", ""))
        .toList();
  }

  private static void hold(boolean held) {
    try (Visitor administrator = Visitor.in(Device.DESKTOP, "goran.most", "en")) {
      administrator.go("/house/outbox");
      if (held) {
        Object clinic =
            administrator
                .page()
                .evaluate(
                    "w => [...document.querySelector('#recipient').options]"
                        + ".find(o => new RegExp(w, 'i').test(o.text)).value",
                    Casework.CLINIC);
        administrator.page().selectOption("#recipient", clinic.toString());
        administrator.press("form.toolbar[action='/house/outbox/hold'] button");
      } else if (administrator.page().locator("[name=held][value=false]").count() > 0) {
        administrator.press("form:has([name=held][value=false]) button");
      }
    }
  }
}
