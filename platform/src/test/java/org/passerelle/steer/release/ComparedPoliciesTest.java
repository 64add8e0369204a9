package org.passerelle.steer.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.disclosure.Audit;
import org.passerelle.disclosure.Published;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.EndedWork;
import org.passerelle.work.Work;
import org.passerelle.work.WorkState;

/** The same tables under several policies, side by side; the chosen one protects the release. */
@OnBothDatabases
@Tag("slow")
@Tag("long")
class ComparedPoliciesTest {
  @Parameter House house;
  private ReturnDesk desk;

  @BeforeEach
  void twoManagersAndNobodyElseIsCounted() {
    desk = new ReturnDesk(house);
  }

  private Browser.Answer compare(Browser manager, Period period, String... policies) {
    String editor = "/steer/releases/" + period.id();
    manager.get(editor + "?table=form&table=form-sex");
    String[] sent = new String[4 + 2 * policies.length];
    sent[0] = sent[2] = "table";
    sent[1] = "form";
    sent[3] = "form-sex";
    for (int p = 0; p < policies.length; p++) {
      sent[4 + 2 * p] = "compared";
      sent[5 + 2 * p] = policies[p];
    }
    return manager.post(editor + "/compare", sent);
  }

  private Work ended(Browser.Answer asked, Member manager) {
    assertThat(asked.location()).as(asked.body()).startsWith("/work/");
    UUID id = UUID.fromString(asked.location().substring("/work/".length()));
    return EndedWork.of(house.get(BackgroundWork.class), id, Staff.signedIn(manager.user()));
  }

  @Test
  void threePoliciesStandSideBySideAndTheChosenOneIsReleased() {
    Period period = FigureScenes.back(house, 1);
    desk.persons(25, "labour", period);
    desk.persons(14, "sexual", period);
    desk.persons(12, "forced_begging", period);
    desk.persons(3, "organ_removal", period);
    Member manager =
        Member.in(house, desk.supervisor.user().organisation(), Role.PROGRAMME_MANAGER);
    Browser browser = manager.browser();
    Work work = ended(compare(browser, period, "usual", "stricter", "rounded"), manager);
    assertThat(work.state()).as(work.problem()).isEqualTo(WorkState.DONE);
    String page = browser.get(work.leadsTo()).body();
    assertThat(page)
        .contains("Usual", "Higher threshold", "Rounding", "Form of exploitation and sex")
        .contains("Mean error of what is shown", "passed:", "Use this policy")
        .doesNotContain("Wider intervals", "[[");
    PolicyComparison compared =
        house.get(PolicyComparisons.class).find(work.id(), Staff.signedIn(manager.user()));
    PolicyComparison.Column usual = compared.columns().get(0);
    PolicyComparison.Column stricter = compared.columns().get(1);
    PolicyComparison.Column rounded = compared.columns().get(2);
    assertThat(hidden(stricter)).isGreaterThan(hidden(usual));
    assertThat(hidden(usual)).isPositive();
    assertThat(hidden(rounded)).isZero();
    assertThat(usual.loss()).satisfies(loss -> assertThat(loss.absolute()).isZero());
    assertThat(rounded.loss()).satisfies(loss -> assertThat(loss.absolute()).isPositive());
    for (String language : List.of("fr", "sr-Cyrl")) {
      browser.get("/language/" + language + "?to=/");
      assertThat(browser.get(work.leadsTo()).body()).doesNotContain("[[", "Rounding");
    }
    browser.get("/language/en?to=/");

    // the chosen policy is taken over
    String editor = "/steer/releases/" + period.id();
    String chosen = browser.get(editor + "?table=form&table=form-sex&policy=rounded").body();
    Matcher seen = ReturnDesk.SEEN.matcher(chosen);
    assertThat(seen.find()).as(chosen).isTrue();
    assertThat(
            browser
                .post(
                    editor,
                    "seen",
                    seen.group(1),
                    "table",
                    "form",
                    "table",
                    "form-sex",
                    "policy",
                    "usual")
                .body())
        .contains("no longer those that you looked at");
    browser.post(
        editor, "seen", seen.group(1), "table", "form", "table", "form-sex", "policy", "rounded");
    assertThat(browser.get(editor).body()).contains("rounded to a multiple of ten");
    desk.approve();
    FigureRelease release = house.get(FigureReleases.class).all().get(0);
    Browser stranger = new Browser(house);
    String at = "/figures/" + release.number();
    assertThat(stranger.get(at).body())
        .contains("rounded to a multiple of 10")
        .doesNotContain(">25<", ">14<", ">12<", ">3<", "hidden count is not zero");
    assertThat(stranger.get(at + "/form.csv").body()).contains("labour,").doesNotContain("hidden");
    Published published =
        Published.read(
            "release.json",
            stranger.get(at + "/release.json").body().getBytes(StandardCharsets.UTF_8));
    assertThat(Audit.of(published, List.of(), true).findings()).isEmpty();
  }

  private static long hidden(PolicyComparison.Column column) {
    return column.tables().stream().mapToLong(PolicyComparison.Table::hidden).sum();
  }

  @Test
  void twoOrThreeAreComparedAndOnlyWhoAskedReadsIt() {
    Period period = FigureScenes.back(house, 2);
    desk.persons(20, "labour", period);
    Member manager =
        Member.in(house, desk.supervisor.user().organisation(), Role.PROGRAMME_MANAGER);
    Browser browser = manager.browser();
    assertThat(compare(browser, period, "usual").body()).contains("Choose two or three policies");
    assertThat(compare(browser, period, "usual", "wider", "stricter", "rounded").body())
        .contains("Choose two or three policies");
    assertThat(compare(browser, period, "usual", "none").body())
        .contains("Choose two or three policies");
    Work work = ended(compare(browser, period, "usual", "wider"), manager);
    assertThat(work.state()).isEqualTo(WorkState.DONE);
    assertThat(desk.second.get(work.leadsTo()).status()).isEqualTo(404);
    assertThat(browser.get(work.leadsTo().replace(period.id(), "2001-4")).status()).isEqualTo(404);
    PolicyComparisons comparisons = house.get(PolicyComparisons.class);
    assertThatThrownBy(() -> comparisons.find(work.id(), Staff.signedIn(desk.supervisor.user())))
        .isInstanceOf(NotFound.class);
  }

  /** No policy shows what the usual one hides for being small. */
  @Test
  void noPolicyIsWeakerThanTheUsualOne() {
    for (ReleasePolicy one : ReleasePolicy.all()) {
      assertThat(one.policy().threshold()).isGreaterThanOrEqualTo(10);
      assertThat(one.policy().width()).isGreaterThanOrEqualTo(5);
      assertThat(one.policy().insiders()).isTrue();
      assertThat(one.policy().records()).isTrue();
      assertThat(ReleasePolicy.of(one.policy())).contains(one);
    }
    assertThat(Set.copyOf(ReleasePolicy.all())).hasSize(4);
  }
}
