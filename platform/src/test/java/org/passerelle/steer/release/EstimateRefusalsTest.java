package org.passerelle.steer.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.steer.release.estimate.EstimateReleases;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.understand.estimation.SignedStudies;
import org.passerelle.understand.estimation.StudyResult;

/** What keeps a study from being published, and who may not publish it. */
@OnBothDatabases
class EstimateRefusalsTest {
  @Parameter House house;
  private EstimateDesk desk;
  private SignedStudies studies;
  private Browser manager;

  @BeforeEach
  void twoProgrammeManagers() {
    desk = new EstimateDesk(house);
    studies = desk.studies();
    manager = desk.manager();
  }

  @Test
  void eachReasonAgainstItIsSaid() {
    Period period = FigureScenes.back(house, 16);
    UUID unsigned =
        studies.unsigned(period.from(), EstimateDesk.last(period), SignedStudies.usual());
    assertThat(manager.get(EstimateDesk.at(unsigned)).status()).isEqualTo(404);
    Browser both =
        Member.in(house, desk.organisation(), Role.PROGRAMME_MANAGER, Role.ANALYST)
            .nextCode()
            .browser();
    assertThat(both.get(EstimateDesk.at(unsigned)).body()).contains("Nobody has signed this study");
    assertThat(desk.late(both, unsigned, "bic", "0".repeat(64)).body())
        .contains("Nobody has signed this study");
    says(period, "explains the difference", SignedStudies.usual(), true);
    says(
        period,
        "No method of this study gives an estimate",
        SignedStudies.result(
            SignedStudies.estimate("dga", null, null, null),
            SignedStudies.estimate("coverage", 500.0, null, null),
            SignedStudies.estimate("chao", 400.0, 360.0, 440.0)),
        false);
    says(
        period,
        "The methods contradict each other",
        SignedStudies.result(
            SignedStudies.estimate("bic", 400.0, 360.0, 440.0),
            SignedStudies.estimate("dga", 700.0, 600.0, 800.0)),
        false);
    says(
        period,
        "would give that number away",
        SignedStudies.result(SignedStudies.estimate("bic", 349.2, 347.0, 360.0)),
        false);
    says(
        period,
        "The study tells of too few",
        SignedStudies.result(
            new long[] {0, 101, 88, 31, 1, 2, 3, 3},
            4,
            SignedStudies.estimate("bic", 512.0, 420.0, 640.0)),
        false);
    says(
        period,
        "3 organisations or more",
        SignedStudies.result(
            SignedStudies.counts(), 2, SignedStudies.estimate("bic", 512.0, 420.0, 640.0)),
        false);
    UUID fine = desk.signed(period);
    assertThat(desk.late(manager, fine, "chao", "0".repeat(64)).body())
        .contains("Choose a method.");
  }

  private void says(Period period, String reason, StudyResult result, boolean repeatedOtherwise) {
    UUID study = studies.signed(period.from(), EstimateDesk.last(period), result);
    if (repeatedOtherwise) {
      studies.repeated(study, false);
    }
    assertThat(manager.get(EstimateDesk.at(study)).body())
        .contains(reason)
        .doesNotContain("Ask for the publication");
    assertThat(desk.late(manager, study, "bic", "0".repeat(64)).body()).contains(reason);
    assertThat(house.get(EstimateReleases.class).of(study)).isEmpty();
  }

  @Test
  void nobodyElsePublishesIt() {
    UUID study = desk.signed(FigureScenes.back(house, 17));
    Member alone = Member.of(house, Role.PROGRAMME_MANAGER);
    Period period = FigureScenes.back(house, 17);
    UUID theirs =
        new SignedStudies(house, alone.user().organisation())
            .signed(period.from(), EstimateDesk.last(period), SignedStudies.usual());
    Browser elsewhere = alone.browser();
    assertThat(elsewhere.get(EstimateDesk.at(study)).status()).isEqualTo(404);
    assertThat(elsewhere.get(EstimateDesk.at(theirs) + "?method=bic").status()).isEqualTo(200);
    assertThat(
            elsewhere
                .post(EstimateDesk.at(study), "method", "bic", "seen", "0".repeat(64))
                .status())
        .isEqualTo(404);
    assertThat(EstimateDesk.ask(elsewhere, theirs, "bic").body())
        .contains("Nobody else in your organisation can approve a release");
    for (Role role : List.of(Role.ANALYST, Role.STEERING_MEMBER)) {
      Browser other = Member.in(house, desk.organisation(), role).nextCode().browser();
      assertThat(other.get(EstimateDesk.at(study)).status()).as(role.name()).isEqualTo(404);
      assertThat(other.get("/understand/estimation/" + study).body())
          .doesNotContain(EstimateDesk.at(study));
    }
  }
}
