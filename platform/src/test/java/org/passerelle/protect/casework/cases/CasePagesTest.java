package org.passerelle.protect.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.language.Days;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The pages of a case in a browser without JavaScript. */
@OnBothDatabases
class CasePagesTest {
  @Parameter House house;
  private Member manager;
  private Browser browser;

  @BeforeEach
  void manager() {
    manager = Member.of(house, Role.CASE_MANAGER);
    browser = manager.browser();
  }

  /** Rule 9: zero is not the same as unknown, and unknown values are shown as such. */
  @Test
  void unknownValuesAreShownAsUnknown() {
    String page = browser.get(open()).body();
    assertThat(page).contains("not known", "age not known");
    assertThat(Pattern.compile("<dd>\\s*</dd>").matcher(page).find()).isFalse();
    assertThat(browser.get("/protect/cases").body()).contains("not known").doesNotContain(">null<");
  }

  @Test
  void theListOffersNoFormThatItsReaderMayNotSend() {
    browser = Member.of(house, Role.FIRST_RESPONDER).browser();
    String code = open();
    assertThat(browser.get("/protect/cases").body()).contains(code).doesNotContain("cases/bulk");
  }

  /** Rule 10: refusing to share takes no service away. */
  @Test
  void refusingToShareTakesNothingAway() {
    String at = open();
    browser.get(at + "/consents/new");
    String recipient = Member.of(house, Role.CASE_MANAGER).user().organisation().toString();
    Browser.Answer refused =
        browser.post(
            at + "/consents",
            "given",
            "no",
            "purpose",
            "assistance",
            "recipient",
            recipient,
            "categories",
            "identity",
            "capacity",
            "adult",
            "explained_in",
            "sq",
            "from",
            today(),
            "until",
            today());
    assertThat(refused.location()).endsWith("/consents");
    browser.get(at + "/tasks/new");
    assertThat(browser.post(at + "/tasks", "title", "Find a bed", "due", today()).location())
        .isEqualTo(at);
    browser.get(at + "/referrals/new");
    assertThat(
            browser
                .post(
                    at + "/referrals",
                    "service",
                    "shelter",
                    "recipient",
                    recipient,
                    "purpose",
                    "assistance",
                    "deadline",
                    today(),
                    "request",
                    "A bed tonight")
                .location())
        .endsWith("/content");
  }

  @Test
  void whetherItIsSafeToCallStartsAsNotKnown() {
    assertThat(browser.get("/protect/cases/new").body())
        .containsPattern("<option value=\"not_known\" selected")
        .doesNotContainPattern("<option value=\"yes\" selected");
    browser.get("/protect/cases/new");
    String at =
        browser
            .post(
                "/protect/cases",
                "pseudonym",
                "Neva",
                "country",
                "RS",
                "first_contact",
                today(),
                "how_came",
                "self")
            .location();
    assertThat(browser.get(at + "/edit").body())
        .containsPattern("<option value=\"not_known\" selected");
  }

  @Test
  void aFormSentTwiceTakesEffectOnce() {
    browser.get("/protect/cases/new");
    String first = browser.post("/protect/cases", fields()).location();
    assertThat(browser.post("/protect/cases", fields()).location()).isEqualTo(first);
    assertThat(
            house
                .db()
                .sql("select count(*) from protect_case where lead_user = :user")
                .param("user", manager.user().id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void theSecondOfTwoWhoSaveSeesBothAndLosesNothing() {
    String at = open();
    Matcher version =
        Pattern.compile("name=\"_version\" value=\"(\\d+)\"")
            .matcher(browser.get(at + "/edit").body());
    assertThat(version.find()).isTrue();
    String opened = version.group(1);
    browser.post(at + "/edit", with("pseudonym", "Neva", "_version", opened));
    browser.get(at + "/edit");
    Browser.Answer second =
        browser.post(at + "/edit", with("pseudonym", "Lumi", "_version", opened));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("A colleague saved this page", "Neva", "value=\"Lumi\"");
    Matcher now = Pattern.compile("name=\"_version\" value=\"(\\d+)\"").matcher(second.body());
    assertThat(now.find()).isTrue();
    assertThat(
            browser
                .post(at + "/edit", with("pseudonym", "Lumi", "_version", now.group(1)))
                .location())
        .isEqualTo(at);
    assertThat(browser.get(at).body()).contains("Lumi");
  }

  @Test
  void badInputIsSaidAndEverythingElseIsKept() {
    browser.get("/protect/cases/new");
    String huge = "x".repeat(1_000_000);
    Browser.Answer answer =
        browser.post(
            "/protect/cases",
            "name",
            huge,
            "pseudonym",
            "Neva",
            "country",
            "QQ",
            "first_contact",
            "2199-01-01",
            "how_came",
            "self");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "This text has 1,000,000 characters",
            "this one does not exist",
            "is in the future",
            "value=\"Neva\"");
    assertThat(answer.body().contains(huge)).as("what was typed comes back whole").isTrue();
    browser.get("/protect/cases/new");
    String at =
        browser.post("/protect/cases", with("pseudonym", "Ne\u0000v\u0007a\u202Ex")).location();
    assertThat(browser.get(at).body()).contains("Nevax");
  }

  @Test
  void othersAndAdministratorsAreAnswered404() {
    String at = open();
    assertThat(Member.of(house, Role.CASE_MANAGER, Role.SUPERVISOR).browser().get(at).status())
        .isEqualTo(404);
    assertThat(
            Member.in(house, manager.user().organisation(), Role.ADMINISTRATOR)
                .browser()
                .get(at)
                .status())
        .isEqualTo(404);
    assertThat(
            Member.in(house, manager.user().organisation(), Role.AUDITOR)
                .browser()
                .get(at)
                .status())
        .isEqualTo(404);
  }

  @Test
  void aNameIsShownOnlyWhenItIsAskedForAndThatIsLogged() {
    browser.get("/protect/cases/new");
    String at = browser.post("/protect/cases", with("name", "Xhemile Seeded")).location();
    assertThat(browser.get(at).body()).doesNotContain("Seeded");
    assertThat(browser.get("/protect/cases").body()).doesNotContain("Seeded");
    browser.get(at);
    assertThat(browser.post(at + "/identity").body()).contains("Xhemile Seeded");
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from audit_entry where user_id = :user and action = 'identity.read'")
                .param("user", manager.user().id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  /**
   * Check 23: each access to a case writes one log entry, and each access to an identity another.
   */
  @Test
  void eachLookIsOneLine() {
    String at = open();
    int before = lines("case.read");
    browser.get(at);
    assertThat(lines("case.read")).isEqualTo(before + 1);
    browser.post(at + "/identity");
    assertThat(lines("identity.read")).isEqualTo(1);
    assertThat(browser.get("/house/audit").status()).isEqualTo(404);
    assertThat(lines("access.refused")).isPositive();
  }

  /** Check 27: if the log cannot be written, the case is not shown. */
  @Test
  void withoutTheLogACaseIsNotShown() {
    browser.get("/protect/cases/new");
    String at = browser.post("/protect/cases", with("pseudonym", "Nevidljiva")).location();
    house.db().sql("update audit_head set number = 0").update();
    try {
      Browser.Answer answer = browser.get(at);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.body())
          .contains("The log cannot be written")
          .doesNotContain("Nevidljiva", "Exception", "at org.");
    } finally {
      house
          .db()
          .sql("update audit_head set number = (select max(number) from audit_entry)")
          .update();
    }
    assertThat(browser.get(at).body()).contains("Nevidljiva");
  }

  private int lines(String action) {
    return house
        .db()
        .sql("select count(*) from audit_entry where user_id = :user and action = :action")
        .param("user", manager.user().id())
        .param("action", action)
        .query(Integer.class)
        .single();
  }

  private String open() {
    browser.get("/protect/cases/new");
    return browser.post("/protect/cases", fields()).location();
  }

  private String[] fields() {
    return with("pseudonym", "");
  }

  private String[] with(String... more) {
    Map<String, String> fields = new java.util.LinkedHashMap<>();
    fields.put("country", "RS");
    fields.put("first_contact", today());
    fields.put("how_came", "self");
    fields.put("asylum", "none");
    fields.put("might_be_minor", "no");
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return fields.entrySet().stream()
        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
        .toArray(String[]::new);
  }

  private String today() {
    return Days.newest(house.clock().instant()).toString();
  }
}
