package org.passerelle.steer.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.disclosure.Audit;
import org.passerelle.disclosure.EarlierRelease;
import org.passerelle.disclosure.Published;
import org.passerelle.disclosure.Release;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Whoever approves at one moment, no figures become public that were not attacked together. */
@OnBothDatabases
class SimultaneousApprovalTest {
  private static final Pattern APPROVE =
      Pattern.compile("action=\"(/house/approvals/[0-9a-f-]{36}/approve)\"");

  @Parameter House house;
  private ReturnDesk desk;

  @BeforeEach
  void nobodyElseIsCounted() {
    desk = new ReturnDesk(house);
  }

  private FigureApproval approval() {
    return house.get(FigureApproval.class);
  }

  private FigureReleases releases() {
    return house.get(FigureReleases.class);
  }

  private Proposal.Frozen proposed(Period period) {
    return house.get(FigureProposals.class).together(period, Set.of("form")).frozen().orElseThrow();
  }

  private ApprovalRequest asked(Period period, SignedIn who) {
    Proposal.Frozen frozen = proposed(period);
    return house.inTransaction(
        () -> {
          approval().ask(period, Set.of("form"), frozen, who);
          return approval().waiting(period, who).orElseThrow();
        });
  }

  private Member manager(UUID organisation) {
    return Member.in(house, organisation, Role.PROGRAMME_MANAGER);
  }

  /** Each presses at one moment; how each was answered. */
  private static List<Browser.Answer> pressedAtOnce(List<Browser> browsers) throws Exception {
    CyclicBarrier ready = new CyclicBarrier(browsers.size());
    return AtOnce.all(
        browsers.stream()
            .<Callable<Browser.Answer>>map(
                browser ->
                    () -> {
                      Matcher form = APPROVE.matcher(browser.get("/house/approvals").body());
                      assertThat(form.find()).isTrue();
                      ready.await();
                      return browser.post(form.group(1));
                    })
            .toList());
  }

  private long told(String action) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action")
        .param("action", action)
        .query(Long.class)
        .single();
  }

  @Test
  void twoPeopleAndOneOfThemInTwoBrowsersApproveOnce() throws Exception {
    Period period = FigureScenes.back(house, 1);
    desk.persons(20, "labour", period);
    UUID organisation = desk.supervisor.user().organisation();
    Member asker = manager(organisation);
    Member second = manager(organisation);
    Member third = manager(organisation);
    Browser elsewhere = third.elsewhere();
    asked(period, Staff.signedIn(asker.user()));
    long approved = told("approval.approved");
    long released = told("figures.released");
    List<Browser.Answer> answers =
        pressedAtOnce(List.of(second.browser(), third.browser(), elsewhere));
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isLessThan(500));
    assertThat(releases().all()).hasSize(1);
    assertThat(told("approval.approved") - approved).isOne();
    assertThat(told("figures.released") - released).isOne();
  }

  /** Two requests about one year, each protected without knowing of the other. */
  @Test
  void ofTwoRequestsAboutAYearOneIsReleasedAndTheOtherIsRefused() throws Exception {
    for (int again = 0; again < 5; again++) {
      FigureScenes.nothingReleased(house);
      Period year = FigureScenes.back(house, 2 + again % 2);
      Period before = FigureScenes.back(house, 4);
      desk.persons(20, "labour", year);
      desk.persons(20, "labour", before);
      SignedIn one = Staff.signedIn(manager(desk.supervisor.user().organisation()).user());
      SignedIn two = Staff.signedIn(manager(desk.supervisor.user().organisation()).user());
      ApprovalRequest first = asked(year, one);
      ApprovalRequest other = asked(before, two);
      CyclicBarrier ready = new CyclicBarrier(2);
      Approvals approvals = house.get(Approvals.class);
      List<String> ended =
          AtOnce.all(
              List.of(
                  () -> approved(approvals, two, first, ready),
                  () -> approved(approvals, one, other, ready)));
      assertThat(ended).containsExactlyInAnyOrder("", "release.refused.another");
      assertThat(releases().all()).hasSize(1);
      assertThat(
              Stream.of(approval().waiting(year, one), approval().waiting(before, two))
                  .flatMap(java.util.Optional::stream))
          .as("the refused one still waits, to be taken back")
          .hasSize(1);
    }
  }

  private static String approved(
      Approvals approvals, SignedIn who, ApprovalRequest request, CyclicBarrier ready)
      throws Exception {
    ready.await();
    try {
      approvals.approve(who, request.id(), "");
      return "";
    } catch (Refused refused) {
      return refused.key();
    }
  }

  /** Figures are protected before the request is stored; what is released in between counts. */
  @Test
  void whatWasReleasedBetweenTheAttackAndTheRequestRefusesIt() {
    Period period = FigureScenes.back(house, 3);
    desk.persons(20, "labour", period);
    SignedIn who = Staff.signedIn(manager(desk.supervisor.user().organisation()).user());
    manager(desk.supervisor.user().organisation());
    Proposal.Frozen attacked = proposed(period);
    FigureRelease meanwhile = FigureScenes.kept(house, period);
    desk.persons(1, "labour", period);
    assertThatThrownBy(
            () ->
                house.inTransaction(
                    () -> {
                      approval().ask(period, Set.of("form"), attacked, who);
                      return true;
                    }))
        .isInstanceOf(Refused.class)
        .satisfies(
            refused -> assertThat(((Refused) refused).key()).isEqualTo("release.refused.changed"));
    asked(period, who);
    desk.approve();
    assertThat(releases().all()).hasSize(2);
    Published later = desk.published(releases().all().get(0));
    EarlierRelease earlier =
        new EarlierRelease(desk.published(meanwhile), Release.Relation.CORRECTED);
    assertThat(Audit.of(later, List.of(earlier), true).findings()).isEmpty();
    assertThat(later.layout().release().previous())
        .containsOnlyKeys("figures-" + meanwhile.number());
  }
}
