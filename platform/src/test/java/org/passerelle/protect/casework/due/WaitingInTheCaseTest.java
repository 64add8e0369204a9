package org.passerelle.protect.casework.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.correction.Corrections;
import org.passerelle.protect.sharing.referral.onward.OnwardRequests;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;

/**
 * Each kind of thing that waits about a referral or a case stands on the first page of whoever acts
 * and of those who watch over it, in each language.
 */
@Tag("slow")
class WaitingInTheCaseTest extends WaitingScene {
  private UUID referred() {
    UUID id = scenes.sent(scene, consent());
    scenes.deliver();
    return id;
  }

  private UUID consent() {
    return scenes.consent(scene, Set.of("identity", "case"), "adult", null);
  }

  @Test
  void aReferralItsCorrectionAndItsWithdrawal() {
    UUID basis = consent();
    UUID id = scenes.sent(scene, basis);
    scenes.deliver();
    String at = "/protect/received/" + id;
    waits(at, t -> t.text("home.referral-answer", name(here, t)), point, abovePoint);
    corrected(id);
    waits(at, t -> t.text("home.correction", name(here, t)), point, abovePoint);
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    scenes.deliver();
    waits(at, t -> t.text("home.withdrawal", name(here, t)), point, abovePoint);
  }

  private void corrected(UUID id) {
    Corrections corrections = house.get(Corrections.class);
    corrections.changing(
        scene.caseId(),
        scene.sender(),
        () ->
            SomeCase.change(
                house,
                scene.caseId(),
                was -> new CaseDetails("Lumturi", was.howCame(), "", ""),
                scene.sender()));
    corrections.send(scene.caseId(), Map.of(id, List.of("known_as")), scene.sender());
    scenes.deliver();
  }

  @Test
  void noAnswerToAReferral() {
    UUID id = referred();
    house.clock().pass(Duration.ofDays(6));
    waits("/protect/referrals/" + id, t -> t.text("due.referral", name(there, t)), giver);
    waits("/protect/supervision/overdue", "due.overdue.what", aboveGiver);
  }

  @Test
  void aLawThatIsOver() {
    UUID basis = consent();
    UUID id = scenes.sent(scene, basis);
    scenes.deliver();
    received().accept(id, scene.recipient());
    scenes.deliver();
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    scenes.deliver();
    house
        .get(WithdrawalAnswers.class)
        .forbidden(
            id,
            new WithdrawalAnswers.Draft(
                "child_protection", "Family Act", crossing.today().plusDays(40)),
            scene.recipient());
    house.clock().pass(Duration.ofDays(41));
    waits(
        "/protect/received/" + id, t -> t.text("home.law-over", name(here, t)), point, abovePoint);
  }

  @Test
  void aRequestToPassOnAndItsAnswer() {
    UUID origin = referred();
    UUID id = passedOn(origin, "");
    house.get(Referrals.class).send(id, scene.recipient());
    scenes.deliver();
    waits("/protect/referrals/" + origin, t -> t.text("home.onward", name(there, t)), giver);
    house
        .get(OnwardRequests.class)
        .answer(house.get(Referrals.class).find(origin, scene.sender()), id, true, scene.sender());
    scenes.deliver();
    waits(
        "/protect/referrals/" + id + "/review",
        t -> t.text("home.onward-given", name(here, t)),
        point);
  }

  @Test
  void anApproval() {
    UUID id = passedOn(referred(), "vital_interests");
    assertThat(house.get(Referrals.class).send(id, scene.recipient()))
        .isEqualTo(Referrals.Sent.WAITS_FOR_SUPERVISOR);
    waits("/house/approvals", "approval.today.what", abovePoint);
  }

  /** The recipient accepts a referral and drafts one of their own to somebody else. */
  private UUID passedOn(UUID origin, String ground) {
    SignedIn who = scene.recipient();
    UUID file = received().accept(origin, who);
    scenes.deliver();
    UUID third = Staff.organisation(house).id();
    ReferralScenes.Scene second =
        new ReferralScenes.Scene(who, house.colleague(third, Role.CASE_MANAGER), file);
    UUID basis =
        ground.isEmpty()
            ? scenes.consent(second, Set.of("identity", "case"), "court", null)
            : house
                .get(LegalGrounds.class)
                .record(
                    file,
                    new LegalGround.Draft(
                        ground,
                        "assistance",
                        third,
                        null,
                        "appropriate_safeguards",
                        "Not breathing well",
                        Set.of("case", "identity")),
                    who);
    UUID id =
        house
            .get(Referrals.class)
            .draft(
                file,
                new Referral.Draft(
                    third,
                    "medical_care",
                    "assistance",
                    house.clock().instant().plus(Duration.ofDays(5)),
                    "Please see her"),
                who);
    house.get(Referrals.class).choose(id, List.of("age", "gender"), basis, who);
    return id;
  }

  @Test
  void newsOnEitherSide() {
    UUID id = referred();
    house.get(Referrals.class).write(id, "She may come tomorrow.", scene.sender());
    scenes.deliver();
    waits("/protect/received/" + id, "home.news", point, abovePoint);
    house
        .get(Declines.class)
        .decline(id, "no_capacity", "No bed is free before Monday.", scene.recipient());
    scenes.deliver();
    waits("/protect/referrals/" + id, "home.news", giver);
  }

  @Test
  void aTask() {
    UUID file = scene.caseId();
    house
        .get(CaseTasks.class)
        .task(
            file,
            "other",
            "Ask about the aunt",
            house.clock().instant().plus(Duration.ofDays(1)),
            scene.sender().user(),
            scene.sender());
    house.clock().pass(Duration.ofDays(3));
    waits("/protect/cases/" + file, t -> "Ask about the aunt", giver);
    waits("/protect/supervision/overdue", "due.overdue.what", aboveGiver);
  }
}
