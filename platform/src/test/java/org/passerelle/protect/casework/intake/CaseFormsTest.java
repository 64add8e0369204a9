package org.passerelle.protect.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.audit.AuditReader;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Forms of a case: saved page by page, read by the team only, never overwritten. */
@OnBothDatabases
class CaseFormsTest {
  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");
  private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");
  @Parameter House house;
  private Member member;
  private SignedIn manager;
  private Browser browser;
  private UUID file;

  @BeforeEach
  void caseOfAManager() {
    member = Member.of(house, Role.CASE_MANAGER);
    manager = Staff.signedIn(member.user());
    browser = member.browser();
    file =
        SomeCase.in("RS")
            .came("ngo")
            .safe("unknown")
            .asylum("not_asked")
            .minor("not_sure")
            .open(house, manager);
  }

  private String list() {
    return "/protect/cases/" + file + "/forms";
  }

  private String begin(String form) {
    browser.get(list());
    String at = browser.post(list(), "form", form).location();
    return browser.get(at).location();
  }

  /** Sends a page as the browser would, with the values that it showed. */
  private static Browser.Answer send(Browser in, String page, String at, String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    Matcher shown = SHOWN.matcher(page);
    while (shown.find()) {
      all.addAll(List.of("shown", shown.group(1)));
    }
    Matcher revision = REVISION.matcher(page);
    assertThat(revision.find()).isTrue();
    all.addAll(List.of("revision", revision.group(1)));
    return in.post(at, all.toArray(String[]::new));
  }

  @Test
  void theThreeFormsAreOfferedWithTheirSourceAndHowFarTheyWereChecked() {
    assertThat(browser.get(list()).body())
        .contains("value=\"htcds-intake\"", "value=\"follow-up\"", "value=\"needs-and-risk\"")
        .contains("No form has been filled in yet", "class=\"badge")
        .doesNotContain("⟦");
    assertThat(browser.get(begin("htcds-intake")).body())
        .contains("Section 1 of", "How far checked", "Source")
        .doesNotContain("⟦");
  }

  @Test
  void filledSectionBySectionLeftTakenUpAndHandedIn() {
    String at = begin("follow-up");
    assertThat(at).endsWith("/meeting");
    String page = browser.get(at).body();
    Browser.Answer next =
        send(browser, page, at, "action", "next", "q-contact_kind", "not_reached");
    // the answer revealed questions on this page
    assertThat(next.location()).endsWith("/meeting?more=true");
    page = browser.get(next.location()).body();
    assertThat(page).contains("Your answer opened another question");
    Browser.Answer left =
        send(browser, page, at, "action", "leave", "q-contact_kind", "not_reached");
    assertThat(left.location()).isEqualTo(list());
    assertThat(browser.get(list()).body()).contains("The draft is saved", "draft");
    String form = at.substring(0, at.lastIndexOf('/'));
    assertThat(browser.get(form).location()).endsWith("/safety");
    page = browser.get(at).body();
    Browser.Answer missing =
        send(browser, page, at, "action", "hand-in", "q-contact_kind", "not_reached");
    assertThat(missing.location()).endsWith("?missing=true");
    assertThat(browser.get(missing.location()).body())
        .contains("an answer is needed; “not known” is one");
  }

  @Test
  void whatWasHandedInIsReadAndNoLongerChanges() {
    String at = begin("needs-and-risk");
    String form = at.substring(0, at.lastIndexOf('/'));
    for (int i = 0; i < 12 && !at.equals(form); i++) {
      String page = browser.get(at).body();
      List<String> fields = new ArrayList<>(List.of("action", "hand-in"));
      Matcher shown = SHOWN.matcher(page);
      while (shown.find()) {
        String id = shown.group(1);
        fields.addAll(
            List.of(
                "q-" + id,
                page.contains("type=\"date\" inputmode")
                        || page.contains("id=\"q-" + id + "\" name=\"q-" + id + "\" type=\"date\"")
                    ? "2019-04-09"
                    : page.contains("name=\"q-" + id + "\" value=\"_not_known\"")
                            || page.contains("<select id=\"q-" + id + "\"")
                        ? "_not_known"
                        : ""));
      }
      Browser.Answer sent =
          send(browser, page, at.replaceAll("\\?.*", ""), fields.toArray(String[]::new));
      assertThat(sent.status()).as(sent.body()).isEqualTo(302);
      at = sent.location();
    }
    assertThat(at).isEqualTo(form);
    assertThat(browser.get(form).body()).contains("Handed in", "How far checked", "not known");
    assertThat(browser.get(list()).body()).contains("handed in");
    browser.get(list());
    assertThat(
            browser
                .post(form + "/danger", "action", "next", "revision", "1", "shown", "anything")
                .body())
        .contains("This form was handed in and can no longer be changed.");
  }

  @Test
  void theSecondOfTwoIsToldWhatChangedAndLosesNothing() {
    String at = begin("follow-up");
    Member colleague = Member.in(house, manager.organisation(), Role.CASE_MANAGER);
    house.get(CaseTeam.class).add(file, colleague.user().id(), manager);
    String mine = browser.get(at).body();
    String theirs = colleague.browser().get(at).body();
    assertThat(
            send(colleague.browser(), theirs, at, "action", "next", "q-contact_kind", "phone")
                .status())
        .isIn(302, 422);
    Browser.Answer second =
        send(browser, mine, at, "action", "next", "q-contact_kind", "not_reached");
    assertThat(second.status()).isEqualTo(422);
    assertThat(second.body()).contains("a colleague changed this answer meanwhile");
    assertThat(
            send(browser, second.body(), at, "action", "next", "q-contact_kind", "not_reached")
                .status())
        .isEqualTo(302);
  }

  @Test
  void onlyTheTeamSeesTheFormsAndEveryLookIsLogged() {
    String at = begin("follow-up");
    Member colleague = Member.in(house, manager.organisation(), Role.CASE_MANAGER);
    Member stranger = Member.of(house, Role.SUPERVISOR);
    for (Browser other : List.of(colleague.browser(), stranger.browser())) {
      assertThat(other.get(list()).status()).isEqualTo(404);
      assertThat(other.get(at).status()).isEqualTo(404);
    }
    browser.get(at);
    assertThat(house.get(AuditReader.class).entries(file, manager.user(), "draft.read", 0, 50))
        .isNotEmpty();
  }

  @Test
  void anIntakeComesFilledFromWhatTheCaseKnows() {
    file =
        SomeCase.in("RS")
            .named("Xhemile Berisha")
            .born("2003-05")
            .gender("female")
            .nationalities("AL", "XK")
            .languages("sq", "sr")
            .reachedBy("+355 00 000 009")
            .open(house, manager);
    String first = begin("htcds-intake");
    String at = first.substring(0, first.lastIndexOf('/')) + "/person";
    String page = browser.get(at).body();
    assertThat(page)
        .contains("Filled in from the case", "value=\"Xhemile Berisha\"", "value=\"May 2003\"")
        .contains("value=\"+355 00 000 009\"")
        .containsPattern("value=\"Feminine\"[^>]*(checked|selected)")
        .containsPattern("value=\"AL\"[^>]*(checked|selected)")
        .containsPattern("value=\"sq\"[^>]*(checked|selected)");
    // a proposal is not an answer until somebody saves it
    send(browser, page, at, "action", "next", "q-prs_FirstName", "Xhemile");
    assertThat(browser.get(at).body())
        .contains("value=\"Xhemile\"")
        .doesNotContain("Filled in from the case", "value=\"May 2003\"");
  }

  @Test
  void theOtherFormsThatShipComeFilledToo() {
    file =
        SomeCase.in("RS")
            .named("Xhemile Berisha")
            .born("2011-05")
            .minor("yes")
            .gender("female")
            .nationalities("AL", "XK")
            .languages("sq", "sr")
            .open(house, manager);
    String first = begin("child-protection-intake");
    assertThat(browser.get(first).body())
        .contains("Filled in from the case")
        .contains("value=\"" + house.get(Cases.class).find(file, manager).code() + "\"");
    assertThat(browser.get(first.replace("/registration", "/child")).body())
        .contains("value=\"Xhemile Berisha\"", "value=\"May 2011\"")
        .containsPattern("value=\"female\"[^>]*(checked|selected)")
        .containsPattern("value=\"AL\"[^>]*(checked|selected)")
        .containsPattern("value=\"sq\"[^>]*(checked|selected)")
        .containsPattern("value=\"sr\"[^>]*(checked|selected)");
    for (String page :
        List.of(begin("gbv-intake").replace("/report", "/person"), begin("needs-and-risk"))) {
      assertThat(browser.get(page).body())
          .as(page)
          .containsPattern("name=\"q-under_18\"[^>]*value=\"yes\"[^>]*checked");
    }
    assertThat(browser.get(begin("follow-up")).body())
        .as("in which language they will speak is not known")
        .doesNotContainPattern("value=\"sq\"[^>]*(checked|selected)");
  }

  @Test
  void whatTheCaseKnowsIsAskedByQuestionsThatAreThere() {
    FormDefinitions forms = house.get(FormDefinitions.class);
    assertThat(KnownFields.shipped().keySet())
        .allSatisfy(
            key -> {
              String[] parts = key.split("\\.", -1);
              assertThat(forms.current(parts[0]).orElseThrow().question(parts[1])).isPresent();
            });
  }
}
