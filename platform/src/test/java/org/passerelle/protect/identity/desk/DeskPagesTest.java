package org.passerelle.protect.identity.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.outbox.Deliveries;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Two browsers on the two sides of a desk: proposed, in operation, signed, ended. */
@OnBothDatabases
@Tag("slow")
class DeskPagesTest {
  @Parameter House house;
  private DeskScenes scenes;
  private Member lead;
  private Member officer;
  private Member otherLead;
  private Member other;
  private String agreement;

  @BeforeEach
  void twoCountries() {
    scenes = new DeskScenes(house);
    UUID here = scenes.side("AL").organisation();
    UUID there = scenes.side("XK").organisation();
    lead = Member.in(house, here, Role.FOCAL_POINT);
    officer = Member.in(house, here, Role.FIRST_RESPONDER);
    otherLead = Member.in(house, there, Role.SUPERVISOR);
    other = Member.in(house, there, Role.FIRST_RESPONDER);
    agreement = scenes.agreement("AL", "XK", true);
  }

  private void deliver() {
    house.get(Deliveries.class).deliverDue();
  }

  private static UUID organisation(Member member) {
    return Staff.signedIn(member.user()).organisation();
  }

  private String proposed() {
    Browser browser = lead.browser();
    assertThat(browser.get("/protect/desks").body()).contains("There is no desk yet");
    String form = "/protect/desks/new/" + organisation(other);
    assertThat(browser.get("/protect/desks/new").body()).contains(form);
    assertThat(browser.get(form).body()).contains(agreement, "What is not enough");
    assertThat(browser.post(form, "crossing", "", "agreement", agreement).status()).isEqualTo(422);
    browser.get(form);
    Browser.Answer not = browser.post(form, "crossing", "Morina", "agreement", "gr-al-2006");
    assertThat(not.status()).isEqualTo(422);
    assertThat(not.body()).contains("is not in force for both countries");
    browser.get(form);
    String desk = browser.post(form, "crossing", "Morina", "agreement", agreement).location();
    assertThat(browser.get(desk).body()).contains("is proposed", "Take the proposal back");
    deliver();
    return desk;
  }

  private String atWork() {
    String desk = proposed();
    assertThat(otherLead.browser().get("/").body())
        .contains("Answer whether you keep a desk with another country");
    assertThat(otherLead.browser().get(desk).body()).contains("proposes a desk at Morina");
    assertThat(otherLead.browser().post(desk + "/accept").location()).isEqualTo(desk + "/officers");
    named(otherLead, other, desk);
    deliver();
    named(lead, officer, desk);
    begun(officer, desk);
    begun(other, desk);
    deliver();
    return desk;
  }

  private static void named(Member by, Member officer, String desk) {
    by.browser().get(desk + "/officers");
    assertThat(
            by.browser()
                .post(desk + "/officers", "officers", officer.user().id().toString())
                .location())
        .isEqualTo(desk);
  }

  private static void begun(Member officer, String desk) {
    assertThat(officer.browser().get("/protect/desks").location()).isEqualTo(desk);
    assertThat(officer.browser().get(desk).body()).contains("Begin my shift");
    assertThat(officer.browser().post(desk + "/shift").location()).isEqualTo(desk);
  }

  @Test
  void theBookIsWrittenReadAndHandedOver() {
    String desk = atWork();
    Browser here = officer.browser();
    assertThat(here.get(desk).body()).contains("You since", "Nothing is open.");
    Browser.Answer faulty =
        here.post(desk + "/entries", "kind", "other", "words", "Call 044123456", "point", "none");
    assertThat(faulty.status()).isEqualTo(422);
    assertThat(faulty.body()).contains("a document or telephone number", "Call 044123456");
    here.get(desk);
    assertThat(
            here.post(
                    desk + "/entries",
                    "kind",
                    "visit",
                    "words",
                    "Interpreter at six",
                    "point",
                    "here")
                .location())
        .isEqualTo(desk);
    deliver();
    assertThat(other.browser().get(desk).body()).contains("Interpreter at six", "has it");
    assertThat(here.get(desk + "/shift/end").body())
        .contains("You leave 1 point open", "Interpreter at six");
    assertThat(here.post(desk + "/shift/end").location()).isEqualTo(desk);
    Member next = Member.in(house, organisation(officer), Role.FIRST_RESPONDER);
    assertThat(next.browser().get(desk).status()).isEqualTo(404);
    lead.browser().get(desk + "/officers");
    lead.browser()
        .post(
            desk + "/officers",
            "officers",
            next.user().id().toString(),
            "officers",
            officer.user().id().toString());
    begun(next, desk);
    String page = next.browser().get(desk).body();
    assertThat(page).contains("Waits for somebody of us", "Take over");
    Matcher take = Pattern.compile(desk + "/points/[0-9a-f-]{36}/take").matcher(page);
    assertThat(take.find()).isTrue();
    assertThat(next.browser().post(take.group()).location()).isEqualTo(desk);
    assertThat(next.browser().get(desk).body()).contains(next.user().name() + " has it");
  }

  @Test
  void aScreeningIsSharedReadAndSignedByBoth() {
    String desk = atWork();
    UUID screening = scenes.screened("Erisa of the bus", Staff.signedIn(officer.user()));
    Browser here = officer.browser();
    assertThat(here.get(desk + "/share").body()).contains(desk + "/share/" + screening);
    String form = desk + "/share/" + screening;
    assertThat(here.get(form).body())
        .contains("Does the person want to ask for asylum?", "They would read: Name or nickname");
    Browser.Answer unasked =
        here.post(
            form,
            "categories",
            "case",
            "purpose",
            "protection_and_placement",
            "kind",
            "law",
            "reason",
            "Article 9");
    assertThat(unasked.status()).isEqualTo(422);
    here.get(form);
    String joint =
        here.post(
                form,
                "categories",
                "case",
                "asylum",
                "none",
                "purpose",
                "protection_and_placement",
                "kind",
                "law",
                "reason",
                "Article 9")
            .location();
    assertThat(joint).startsWith(desk + "/screenings/");
    deliver();
    assertThat(other.browser().get(desk).body()).contains("Held by", joint, "not signed");
    String read = other.browser().get(joint).body();
    assertThat(read)
        .contains("says nothing final")
        .doesNotContain("Erisa of the bus", "He drove the van");
    signed(other, joint);
    deliver();
    signed(officer, joint);
    deliver();
    assertThat(other.browser().get(joint).body()).contains("signed by both");
    String own = other.browser().post(joint + "/take").location();
    assertThat(own).startsWith("/protect/screenings/");
    assertThat(here.get(own).status()).isEqualTo(404);
    Member stranger = Member.in(house, organisation(other), Role.CASE_MANAGER);
    for (String closed : List.of(desk, joint, form)) {
      assertThat(stranger.browser().get(closed).status()).as(closed).isEqualTo(404);
    }
  }

  /** An open session alone is not enough to sign. */
  private static void signed(Member member, String joint) {
    Browser browser = member.browser();
    String page = browser.get(joint).body();
    if (page.contains(joint + "/confirm")) {
      browser.post(joint + "/confirm");
      member.confirm(browser);
      page = browser.get(joint).body();
    }
    Matcher digest = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"").matcher(page);
    assertThat(digest.find()).isTrue();
    Browser.Answer wrong =
        browser.post(
            joint + "/sign", "digest", digest.group(1), "currentPassword", "not mine at all");
    assertThat(wrong.status()).isEqualTo(422);
    browser.get(joint);
    assertThat(
            browser
                .post(
                    joint + "/sign", "digest", digest.group(1), "currentPassword", Member.PASSWORD)
                .location())
        .isEqualTo(joint);
  }

  @Test
  void theRoundTableReadsKindsAndHoursAndNothingElse() {
    String desk = atWork();
    String log = desk.replace("/desks/", "/desk-figures/");
    Browser here = officer.browser();
    here.get(desk);
    here.post(desk + "/entries", "kind", "visit", "words", "The delegate came", "point", "none");
    deliver();
    Member steering = Member.in(house, organisation(lead), Role.STEERING_MEMBER);
    assertThat(steering.browser().get("/protect/desk-figures").body()).contains("Morina", log);
    String page = steering.browser().get(log).body();
    assertThat(page)
        .contains("Shift begun", "Entry in the book", "No full month")
        .doesNotContain("The delegate came", officer.user().id().toString());
    Browser.Answer csv = steering.browser().get(log + "/figures.csv");
    assertThat(csv.body()).startsWith("what,").contains("\nscreening,", "\nminors,");
    for (String closed : List.of(desk, desk + "/officers", desk + "/share")) {
      assertThat(steering.browser().get(closed).status()).as(closed).isEqualTo(404);
    }
    assertThat(here.get(log).status()).isEqualTo(404);
    Member auditor = Member.in(house, organisation(lead), Role.AUDITOR);
    assertThat(auditor.browser().get("/protect/desks").status()).isEqualTo(404);
  }

  @Test
  void itEndsOnBothSides() {
    String desk = atWork();
    lead.browser().get(desk);
    assertThat(lead.browser().get(desk + "/end").body()).contains("End the desk with");
    // the other side has not received it yet
    house.carriesByItself(false);
    assertThat(lead.browser().post(desk + "/end").location()).isEqualTo(desk);
    assertThat(lead.browser().get(desk).body()).contains("has ended", "not confirmed yet");
    house.carriesByItself(true);
    deliver();
    assertThat(lead.browser().get(desk).body()).doesNotContain("not confirmed yet");
    assertThat(otherLead.browser().get(desk).body()).contains("has ended");
    assertThat(officer.browser().get(desk).status()).isEqualTo(404);
  }
}
