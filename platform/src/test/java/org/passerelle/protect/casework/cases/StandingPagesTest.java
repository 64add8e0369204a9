package org.passerelle.protect.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A case summarises the person's status in one sentence and lists what is missing. */
@OnBothDatabases
class StandingPagesTest {
  @Parameter House house;
  private Browser browser;
  private String at;

  @BeforeEach
  void aCaseOfWhichLittleIsKnown() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    browser = manager.browser();
    at =
        "/protect/cases/"
            + SomeCase.in("RS")
                .minor("not_sure")
                .asylum("not_asked")
                .open(house, Staff.signedIn(manager.user()));
  }

  @Test
  void aChildWithoutAPlaceIsSaidFirst() {
    assertThat(sentence())
        .isEqualTo("No safe place has been asked for; nobody acts for the person.");
    assertThat(missing())
        .containsExactly(
            "placement/ask", "guardians/new", "edit#asylum", "edit#safe", "episodes/new");
  }

  /** Each of them can be started from there. */
  @Test
  void whatIsMissingLeadsToWhereItBegins() {
    assertThat(missing())
        .allSatisfy(
            path ->
                assertThat(browser.get(at + "/" + path.replaceFirst("#.*", "")).status())
                    .isEqualTo(200));
  }

  @Test
  void whatIsDoneIsNoLongerMissingAndAppearsInTheSentence() {
    browser.get(at + "/tasks/new");
    browser.post(
        at + "/tasks",
        "title",
        "Find a bed",
        "due",
        LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).plusDays(30).toString());
    assertThat(missing()).doesNotContain("tasks/new");
    assertThat(sentence())
        .matches(
            "No safe place has been asked for; nobody acts for the person; next step \\([^)]+\\): Other\\.");
    browser.get(at + "/placement/ask");
    browser.post(
        at + "/placement/ask",
        "urgency",
        "0",
        "sex",
        "female",
        "age_from",
        "15",
        "age_until",
        "16");
    assertThat(sentence()).startsWith("Waiting for a safe place since today");
    assertThat(missing()).contains("zones").doesNotContain("placement/ask");
  }

  /** Serbian dates end with a full stop, which must not be doubled or precede a semicolon. */
  @Test
  void theSentenceEndsOnceInEveryLanguage() {
    browser.get(at + "/tasks/new");
    browser.post(
        at + "/tasks",
        "title",
        "Find a bed",
        "due",
        LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).plusDays(400).toString());
    for (String language : List.of("fr", "sr-Cyrl", "sr-Latn", "en")) {
      browser.get("/language/" + language + "?to=" + at);
      assertThat(sentence()).matches("\\p{Lu}[^;.]*(; [^;]*[^.;])*\\.");
    }
  }

  @Test
  void everySideListsItsPartsAndNoneIsOnTwo() {
    List<String> paths = new ArrayList<>();
    for (CaseSide side : CaseSide.values()) {
      Browser.Answer page = browser.get(at + "/side/" + side.code());
      assertThat(page.status()).isEqualTo(200);
      paths.addAll(found(page.body(), "class=\"title\" href=\"" + at + "/([a-z-]+)\""));
    }
    assertThat(paths)
        .doesNotHaveDuplicates()
        .contains("screenings", "placement", "referrals", "compensation", "consents", "notes")
        .hasSizeGreaterThanOrEqualTo(house.all(CasePart.class).size());
    assertThat(browser.get(at + "/side/other").status()).isEqualTo(404);
  }

  @Test
  void aClosedCaseLacksNothing() {
    browser.get(at + "/closing");
    browser.post(
        at + "/closing",
        "reason",
        "wish_of_person",
        "follow_up",
        LocalDate.now(house.clock()).plusDays(30).toString(),
        "why",
        "As she wishes");
    assertThat(missing()).isEmpty();
  }

  private String sentence() {
    Matcher found =
        Pattern.compile("<p class=\"stands\">(.*?)</p>", Pattern.DOTALL)
            .matcher(browser.get(at).body());
    assertThat(found.find()).isTrue();
    return found.group(1).replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").trim();
  }

  private List<String> missing() {
    String page = browser.get(at).body();
    int begin = page.indexOf("aria-labelledby=\"missing\"");
    return begin < 0
        ? List.of()
        : found(
            page.substring(begin, page.indexOf("</section>", begin)),
            "href=\"" + at + "/([^\"]+)\"");
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(r -> r.group(1)).toList();
  }
}
