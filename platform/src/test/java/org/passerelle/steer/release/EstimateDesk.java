package org.passerelle.steer.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.storage.House;
import org.passerelle.understand.estimation.SignedStudies;

/** Two programme managers of one organisation, and its studies. */
final class EstimateDesk {
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
  private static final Pattern APPROVE =
      Pattern.compile("action=\"(/house/approvals/[0-9a-f-]{36}/(approve|decline))\"");

  private final UUID organisation;
  private final Browser manager;
  private final Browser second;
  private final SignedStudies studies;

  /** A study whose page brings the once-only token of a form. */
  private final UUID spare;

  EstimateDesk(House house) {
    Member member = Member.of(house, Role.PROGRAMME_MANAGER);
    organisation = member.user().organisation();
    manager = member.browser();
    second = Member.in(house, organisation, Role.PROGRAMME_MANAGER).nextCode().browser();
    studies = new SignedStudies(house, organisation);
    spare = signed(FigureScenes.back(house, 18));
  }

  UUID organisation() {
    return organisation;
  }

  Browser manager() {
    return manager;
  }

  Browser second() {
    return second;
  }

  SignedStudies studies() {
    return studies;
  }

  /** A signed study of a period. */
  UUID signed(Period period) {
    return studies.signed(period.from(), last(period), SignedStudies.usual());
  }

  static LocalDate last(Period period) {
    return period.until().minusDays(1);
  }

  static String at(UUID study) {
    return "/steer/estimates/" + study;
  }

  static Browser.Answer ask(Browser browser, UUID study, String method) {
    String page = browser.get(at(study) + "?method=" + method).body();
    Matcher seen = SEEN.matcher(page);
    assertThat(seen.find()).as(page).isTrue();
    return browser.post(at(study), "method", method, "seen", seen.group(1));
  }

  /** Sends a form that was opened before something else was done. */
  Browser.Answer late(Browser browser, UUID study, String method, String seen) {
    browser.get(at(spare) + "?method=bic");
    return browser.post(at(study), "method", method, "seen", seen);
  }

  /** Approves or declines what waits first. */
  static Browser.Answer decide(Browser browser, String how, String... reason) {
    Matcher form = APPROVE.matcher(browser.get("/house/approvals").body());
    while (form.find()) {
      if (form.group(2).equals(how)) {
        String id = form.group(1).replaceFirst("^/house/approvals/([^/]+)/.*", "$1");
        return reason.length == 0
            ? browser.post(form.group(1))
            : browser.post(form.group(1), "reason-" + id, reason[0]);
      }
    }
    throw new AssertionError("no request waits");
  }
}
