package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Wording;
import org.passerelle.protect.casework.determination.DeterminationScenes;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** A child is handed over to another country, and nobody travels too early. */
@OnBothDatabases
@Tag("postgresql")
@Tag("slow")
class HandOverTest {
  @Parameter House house;
  private ReferralScenes referrals;
  private HandOverScenes scenes;
  private SignedIn sender;
  private SignedIn recipient;
  private UUID child;
  private UUID basis;

  @BeforeEach
  void aChild() {
    referrals = new ReferralScenes(house);
    scenes = new HandOverScenes(house);
    ReferralScenes.Scene scene =
        referrals.minor(referrals.scene("RS", "ngo", "AL", "national_coordinator"));
    sender = scene.sender();
    recipient = focalPoint(scene.recipient().organisation());
    child = scene.caseId();
    UUID guardian = referrals.guardian(scene, false, true);
    basis = scenes.consent(child, recipient.organisation(), guardian, sender);
  }

  private SignedIn focalPoint(UUID organisation) {
    return Staff.signedIn(Staff.user(house, organisation, Role.FOCAL_POINT).user());
  }

  private UUID sent() {
    UUID id = scenes.sent(child, recipient.organisation(), true, basis, sender);
    referrals.deliver();
    return id;
  }

  private UUID accepted() {
    UUID id = sent();
    scenes.handOvers().acknowledge(id, "Duty officer, 042", recipient);
    house.get(ReceivedReferrals.class).accept(id, recipient);
    referrals.deliver();
    return id;
  }

  @Test
  void itIsTakenInHandAcceptedAndFollowedUntilItsEnd() {
    UUID id = sent();
    assertThat(scenes.find(id, sender).stands()).isEqualTo("waits");
    assertThat(scenes.find(id, recipient).minor()).isTrue();
    scenes.handOvers().acknowledge(id, "Duty officer, 042", recipient);
    assertThatThrownBy(() -> scenes.handOvers().acknowledge(id, "Me too", recipient))
        .isInstanceOf(Refused.class);
    referrals.deliver();
    assertThat(scenes.find(id, sender).stands()).isEqualTo("in_hand");
    assertThat(scenes.find(id, sender).contact()).isEqualTo("Duty officer, 042");
    scenes.record(
        id, Step.FAMILY_TRACING, "done", RecordedStep.Details.of("An aunt in Lezha"), recipient);
    house.get(ReceivedReferrals.class).accept(id, recipient);
    referrals.deliver();
    assertThat(scenes.find(id, sender).stands()).isEqualTo("accepted");
    assertThat(scenes.step(id, Step.FAMILY_TRACING, sender).details().words())
        .isEqualTo("An aunt in Lezha");

    scenes.done(id, Step.RISK, "conditions", sender);
    scenes.done(id, Step.BEST_INTERESTS, "in_favour", sender);
    scenes.done(id, Step.RETURN_CONSENT, "", sender);
    scenes.travel(id, "social_worker", "Qafë Thanë, blue barrier", sender);
    scenes.record(
        id, Step.RECEPTION, "planned", RecordedStep.Details.of("Two educators"), recipient);
    referrals.deliver();
    scenes.done(id, Step.DEPARTED, "", sender);
    referrals.deliver();
    scenes.done(id, Step.ARRIVED, "", recipient);
    assertThatThrownBy(
            () ->
                scenes.record(
                    id, Step.REPORT_1, "done", RecordedStep.Details.of("So far"), recipient))
        .as("a report on a month tells of a month")
        .hasMessage("handover.refused.report-early");
    house.clock().pass(Duration.ofDays(30));
    scenes.record(id, Step.REPORT_1, "done", RecordedStep.Details.of("Goes to school"), recipient);
    scenes.handOvers().close(id, "durable_solution", recipient);
    referrals.deliver();
    HandOver over = scenes.find(id, sender);
    assertThat(over.stands()).isEqualTo("closed");
    assertThat(over.outcome()).isEqualTo("durable_solution");
    assertThat(scenes.steps(id, sender)).isEqualTo(same(scenes.steps(id, recipient), id));
    assertThatThrownBy(() -> scenes.done(id, Step.TRIAL, "", sender))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("over");
  }

  /** Equal except for the time at which each side recorded it. */
  private Map<Step, RecordedStep> same(Map<Step, RecordedStep> theirs, UUID id) {
    theirs.replaceAll(
        (step, t) ->
            new RecordedStep(
                t.id(),
                t.author(),
                step,
                t.state(),
                t.on(),
                t.details(),
                scenes.step(id, step, sender).at()));
    return theirs;
  }

  @Test
  void noChildTravelsBeforeRiskBestInterestsAndConsent() {
    UUID id = sent();
    refused("not-accepted-there", id);
    scenes.handOvers().acknowledge(id, "Duty officer", recipient);
    house.get(ReceivedReferrals.class).accept(id, recipient);
    referrals.deliver();
    refused("no-risk", id);
    scenes.record(id, Step.RISK, "planned", RecordedStep.Details.of(""), sender);
    refused("no-risk", id);
    scenes.done(id, Step.RISK, "unsafe", sender);
    refused("unsafe", id);
    scenes.done(id, Step.RISK, "safe", sender);
    refused("no-best-interests", id);
    assertThatThrownBy(() -> scenes.told(id, "in_favour", sender))
        .hasMessageContaining("no-determination");
    scenes.done(id, Step.BEST_INTERESTS, "against", sender);
    refused("against-child", id);
    assertThatThrownBy(() -> scenes.told(id, "in_favour", sender))
        .as("the panel found otherwise")
        .hasMessageContaining("other-result");
    scenes.done(id, Step.BEST_INTERESTS, "in_favour", sender);
    refused("no-consent", id);
    scenes.done(id, Step.RETURN_CONSENT, "", sender);
    assertThatThrownBy(() -> scenes.travel(id, "alone", "Gate 3", sender))
        .hasMessageContaining("alone");
    assertThatThrownBy(() -> scenes.done(id, Step.DEPARTED, "", sender))
        .hasMessageContaining("no-travel");
    scenes.travel(id, "guardian", "Gate 3", sender);
    assertThatThrownBy(() -> scenes.done(id, Step.DEPARTED, "", sender))
        .hasMessageContaining("no-reception");
    scenes.record(id, Step.RECEPTION, "planned", RecordedStep.Details.of(""), recipient);
    referrals.deliver();
    // a later finding stops the journey
    new DeterminationScenes(house).made(child, "repatriation", "against", sender);
    assertThatThrownBy(() -> scenes.done(id, Step.DEPARTED, "", sender))
        .hasMessageContaining("no-determination");
    scenes.done(id, Step.RISK, "unsafe", sender);
    assertThatThrownBy(() -> scenes.done(id, Step.DEPARTED, "", sender))
        .hasMessageContaining("unsafe");
    assertThatThrownBy(() -> scenes.done(id, Step.ARRIVED, "", recipient))
        .hasMessageContaining("not-departed");
  }

  private void refused(String why, UUID id) {
    assertThatThrownBy(() -> scenes.travel(id, "guardian", "Gate 3", sender))
        .isInstanceOf(Refused.class)
        .hasMessage("handover.refused." + why);
  }

  @Test
  void aMeetingPointIsNeverAShelter() {
    String name = "Kuća " + house.get(Identifiers.class).next();
    house
        .get(Organisations.class)
        .create(
            house.somebody(Role.ADMINISTRATOR),
            new OrganisationDraft(
                ("s-" + name.substring(5)).substring(0, 38),
                new Wording(Map.of("en", name, "fr", name, "sr", name)),
                "shelter",
                "AL",
                "",
                "",
                "",
                true));
    UUID id = accepted();
    scenes.done(id, Step.RISK, "safe", sender);
    scenes.done(id, Step.BEST_INTERESTS, "in_favour", sender);
    scenes.done(id, Step.RETURN_CONSENT, "", sender);
    assertThatThrownBy(
            () -> scenes.travel(id, "guardian", "at the door of KUCA" + name.substring(4), sender))
        .hasMessage("handover.refused.shelter");
  }

  @Test
  void eachSideRecordsWhatIsItsOwn() {
    UUID id = accepted();
    assertThatThrownBy(() -> scenes.done(id, Step.RISK, "safe", recipient))
        .hasMessageContaining("other-side");
    assertThatThrownBy(() -> scenes.done(id, Step.ARRIVED, "", sender))
        .hasMessageContaining("other-side");
    SignedIn third = house.somebody(Role.FOCAL_POINT);
    assertThatThrownBy(() -> scenes.find(id, third)).isInstanceOf(NotFound.class);
    SignedIn colleague = house.colleague(sender.organisation(), Role.CASE_MANAGER);
    assertThatThrownBy(() -> scenes.find(id, colleague)).isInstanceOf(NotFound.class);
  }

  @Test
  void beforeItIsTakenOnlyThoseWhoAnswerForTheCountrySeeIt() {
    UUID id = sent();
    SignedIn manager = house.colleague(recipient.organisation(), Role.CASE_MANAGER);
    assertThatThrownBy(() -> scenes.find(id, manager)).isInstanceOf(NotFound.class);
    assertThat(house.get(ReceivedReferrals.class).mine(manager, 100))
        .noneMatch(r -> r.id().equals(id));
    assertThat(scenes.find(id, recipient)).isNotNull();
  }

  @Test
  void aWithdrawalTakesBackWhatWasTold() {
    UUID id = accepted();
    scenes.done(id, Step.EARLY_RISK, "", sender);
    scenes.record(
        id, Step.LONG_PLAN, "planned", RecordedStep.Details.of("our own plan"), recipient);
    referrals.deliver();
    house.get(Consents.class).withdraw(child, basis, sender);
    assertThatThrownBy(() -> scenes.done(id, Step.NEEDS, "", sender))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("withdrawn");
    referrals.deliver();
    assertThat(scenes.find(id, recipient).stands()).isEqualTo("ended");
    assertThat(scenes.steps(id, recipient)).containsOnlyKeys(Step.LONG_PLAN);
  }

  @Test
  void anErasureLeavesNothingOnEitherSide() {
    UUID id = sent();
    scenes.done(id, Step.EARLY_RISK, "", sender);
    referrals.deliver();
    referrals.erase(new ReferralScenes.Scene(sender, recipient, child), child);
    referrals.deliver();
    house.get(HandOverDeadlines.class).check();
    for (String table : List.of("hand_over where id", "hand_over_step where hand_over")) {
      assertThat(
              house
                  .db()
                  .sql("select count(*) from " + table + " = :id")
                  .param("id", id)
                  .query(Integer.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  @Test
  void whatNobodyTakesInHandGoesToTheDeputyAndThenToTheCountry() {
    SignedIn deputy = focalPoint(recipient.organisation());
    house.get(Deputies.class).name(recipient.user(), deputy.user(), recipient);
    assertThatThrownBy(
            () -> house.get(Deputies.class).name(deputy.user(), deputy.user(), recipient))
        .isInstanceOf(Refused.class);
    assertThat(house.get(Deputies.class).atOnce(recipient)).isTrue();
    assertThat(house.get(Deputies.class).atOnce(deputy)).isFalse();
    SignedIn country = house.colleague(recipient.organisation(), Role.NATIONAL_COORDINATOR);
    UUID id = sent();
    HandOverDeadlines deadlines = house.get(HandOverDeadlines.class);
    deadlines.check();
    assertThat(scenes.find(id, recipient).toDeputyAt()).isNull();
    house.clock().pass(Duration.ofHours(25));
    deadlines.check();
    assertThat(scenes.find(id, recipient).toDeputyAt()).isNotNull();
    assertThat(scenes.find(id, recipient).toCountryAt()).isNull();
    assertThat(scenes.find(id, sender).toDeputyAt()).as("the sender knows").isNotNull();
    house.clock().pass(Duration.ofHours(25));
    deadlines.check();
    assertThat(scenes.handOvers().ofCountry(country, 500))
        .anyMatch(h -> h.id().equals(id) && h.toCountryAt() != null);
    assertThat(scenes.handOvers().ofCountry(recipient, 500)).isEmpty();
    assertThatThrownBy(() -> scenes.find(id, country)).isInstanceOf(NotFound.class);
    scenes.handOvers().acknowledge(id, "Duty officer", deputy);
    assertThat(deadlines.check()).isNotNegative();
  }
}
