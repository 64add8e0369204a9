package org.passerelle.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What was typed comes back whole, and is called as people call it. */
@OnBothDatabases
class KeptForReadersTest {
  @Parameter House house;
  private Browser browser;
  private String file;

  @BeforeEach
  void aCase() {
    Member member = Member.of(house, Role.CASE_MANAGER);
    UUID id = SomeCase.in("RS").open(house, Staff.signedIn(member.user()));
    browser = member.browser();
    file = "/protect/cases/" + id;
  }

  @Test
  void aQuestionIsCalledAsItReadsAndNotByItsField() {
    browser.get(file + "/forms");
    String form = browser.post(file + "/forms", "form", "follow-up").location();
    String page = browser.get(form).location();
    browser.get(page);
    browser.post("/kept", "_action", page, "q-contact_kind", "not_reached", "revision", "1");
    String body = browser.get(page).body();
    String typed = body.substring(body.indexOf("data-kept="), body.indexOf("/kept/discarded"));
    assertThat(typed)
        .contains("data-field=\"q-contact_kind\" data-value=\"not_reached\"", "<dt>")
        .doesNotContain("<dt>q-", ">not_reached<", "<dt>revision");
  }

  /** A page that was open too long says what was typed as people say it. */
  @Test
  void wordsOfAPageThatWasOpenTooLongStandUnderTheirNames() {
    assertThat(stale("/handovers", "answer", "2026-12-01", "request", "belgrade"))
        .contains("Answer by", "1 December 2026", ">Request<", "belgrade");
    assertThat(stale("/elsewhere/ask", "until", "2026-12-01", "reason", "danger"))
        .contains("Last day to ask", "1 December 2026", "danger");
    assertThat(stale("/referrals", "place", "sofia", "purpose", "health_care"))
        .contains("Where the person is now", "sofia")
        .doesNotContain("health_care");
  }

  private String stale(String to, String... typed) {
    List<String> all = new ArrayList<>(List.of(typed));
    all.addAll(List.of("_csrf", "of another session"));
    Browser.Answer answer = browser.postBare(file + to, all.toArray(String[]::new));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("2026-12-01");
    return answer.body();
  }

  /** A text that is far too long is nobody's fault, and it is all they have. */
  @Test
  void aTextThatIsTooLongComesBackWhole() {
    for (int length : new int[] {120_000, 250_000}) {
      String note = "Дуга белешка. ".repeat(length / 14 + 1).substring(0, length - 1) + "!";
      browser.get(file + "/notes");
      Browser.Answer back = browser.post(file + "/notes", "text", note);
      assertThat(back.status()).isEqualTo(422);
      assertThat(back.body())
          .contains(note, (length / 1000) + ",000 characters; the maximum is 20,000");
    }
  }

  @Test
  void moreThanIsKeptIsNotSaidToBeKept() {
    browser.get(file + "/notes");
    assertThat(browser.post("/kept", "_action", file + "/notes", "text", "Kept").status())
        .isEqualTo(200);
    assertThat(
            browser
                .post("/kept", "_action", file + "/notes", "text", "x".repeat(Filled.MOST + 1))
                .status())
        .isEqualTo(413);
  }
}
