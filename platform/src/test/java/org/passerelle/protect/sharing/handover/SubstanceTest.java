package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.relations.SamePersons;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Steps must be complete, and danger on the way is marked on both sides at once. */
@OnBothDatabases
@Tag("slow")
class SubstanceTest {
  @Parameter House house;
  private ReferralScenes referrals;
  private HandOverScenes scenes;
  private ReferralScenes.Scene scene;
  private SignedIn sender;
  private SignedIn recipient;
  private UUID file;
  private UUID basis;
  private UUID id;

  @BeforeEach
  void accepted() {
    referrals = new ReferralScenes(house);
    scenes = new HandOverScenes(house);
    scene = referrals.scene("RS", "ngo", "AL", "national_coordinator");
    sender = scene.sender();
    recipient =
        Staff.signedIn(
            Staff.user(house, scene.recipient().organisation(), Role.FOCAL_POINT).user());
    file = scene.caseId();
    basis = scenes.consent(file, recipient.organisation(), null, sender);
    id = scenes.sent(file, recipient.organisation(), true, basis, sender);
    referrals.deliver();
    scenes.accepted(id, recipient);
  }

  private static RecordedStep.Details result(String result, String words) {
    return new RecordedStep.Details(result, "", "", "", "", "", words);
  }

  @Test
  void conditionsAConsentAndAMeetingSayWhatTheyRestOn() {
    refused("no-conditions", Step.RISK, "done", result("conditions", " "));
    scenes.record(id, Step.RISK, "done", result("conditions", "Only to the aunt"), sender);
    for (RecordedStep.Details half :
        new RecordedStep.Details[] {
          RecordedStep.Details.of("yes"),
          RecordedStep.Details.of("yes").agreed("adult", "", "sq"),
          RecordedStep.Details.of("yes").agreed("adult", "Case manager", "")
        }) {
      assertThatThrownBy(() -> scenes.record(id, Step.RETURN_CONSENT, "done", half, sender))
          .hasMessage("form.error.required");
    }
    scenes.record(
        id,
        Step.RETURN_CONSENT,
        "done",
        RecordedStep.Details.of("").agreed("adult", "Case manager, interpreter", "sq"),
        sender);
    assertThatThrownBy(
            () ->
                scenes.record(
                    id,
                    Step.TRAVEL,
                    "planned",
                    new RecordedStep.Details("", "", "road", "ngo", "station", "Platform 1", ""),
                    sender))
        .hasMessage("form.error.required");
    referrals.deliver();
    assertThat(scenes.step(id, Step.RETURN_CONSENT, recipient).details())
        .extracting(
            RecordedStep.Details::giver, RecordedStep.Details::told, RecordedStep.Details::language)
        .containsExactly("adult", "Case manager, interpreter", "sq");
  }

  @Test
  void noWordOfAnyStepNamesAShelter() {
    String shelter =
        referrals.scene("RS", "shelter", "AL", "ngo").sender().organisation().toString();
    String name =
        Objects.requireNonNull(
            house
                .get(org.passerelle.accounts.Organisations.class)
                .find(UUID.fromString(shelter))
                .orElseThrow()
                .name()
                .byLanguage()
                .get("en"));
    refused("shelter", Step.NEEDS, "done", RecordedStep.Details.of("She sleeps at " + name));
    refused("shelter", Step.NEEDS, "not_needed", RecordedStep.Details.of("She sleeps at " + name));
    refused(
        "shelter", Step.NEEDS, "done", new RecordedStep.Details("", name, "", "", "", "", "so"));
    refused(
        "shelter", Step.NEEDS, "done", new RecordedStep.Details("", "", "", "", "", name, "so"));
    refused(
        "shelter",
        Step.RETURN_CONSENT,
        "done",
        new RecordedStep.Details("", "", "", "", "", "", "so")
            .agreed("adult", "Staff of " + name, "sq"));
    assertThatThrownBy(() -> house.get(Referrals.class).write(id, "Ask for her at " + name, sender))
        .hasMessage("referral.refused.shelter.words");
    assertThatThrownBy(
            () ->
                scenes.record(
                    id,
                    Step.RECEPTION,
                    "planned",
                    RecordedStep.Details.of("At " + name),
                    recipient))
        .hasMessage("handover.refused.shelter");
  }

  @Test
  void anUnsafeReturnStopsTheJourneyOnBothSides() {
    scenes.done(id, Step.RISK, "safe", sender);
    scenes.done(id, Step.RETURN_CONSENT, "", sender);
    scenes.travel(id, "ngo", "Arrivals, desk 4", sender);
    referrals.deliver();
    assertThat(scenes.find(id, recipient).stopped()).isFalse();
    scenes.record(id, Step.RISK, "done", result("unsafe", "Her uncle has been seen"), sender);
    referrals.deliver();
    for (SignedIn side : Set.of(sender, recipient)) {
      assertThat(scenes.find(id, side).stopped()).isTrue();
    }
    assertThat(
            house.get(org.passerelle.protect.sharing.news.News.class).unseen(recipient, 9).stream()
                .map(org.passerelle.protect.sharing.news.UnseenChange::kind))
        .contains("handover.stopped");
    scenes.record(id, Step.RISK, "done", result("safe", ""), sender);
    referrals.deliver();
    assertThat(scenes.find(id, recipient).stopped()).isFalse();
  }

  @Test
  void whoDoesNotArriveRaisesAnAlarmOnBothSidesAndWithBothCoordinators() {
    assertThatThrownBy(
            () ->
                scenes.record(
                    id, Step.NOT_ARRIVED, "done", RecordedStep.Details.of("?"), recipient))
        .hasMessage("handover.refused.not-departed");
    scenes.departed(id, sender, recipient);
    scenes.record(
        id, Step.NOT_ARRIVED, "done", RecordedStep.Details.of("Nobody came out"), recipient);
    referrals.deliver();
    for (SignedIn side : Set.of(sender, recipient)) {
      assertThat(scenes.find(id, side).lost()).isTrue();
      Browser coordinator =
          Member.in(house, side.organisation(), Role.NATIONAL_COORDINATOR).browser();
      assertThat(coordinator.get("/").body()).contains("Somebody did not arrive");
    }
    scenes.done(id, Step.ARRIVED, "", recipient);
    referrals.deliver();
    assertThat(scenes.find(id, sender).lost()).isFalse();
  }

  @Test
  void noDurableSolutionIsFoundBeforeTheArrival() {
    assertThatThrownBy(() -> scenes.handOvers().close(id, "durable_solution", recipient))
        .hasMessage("handover.refused.solution-not-arrived");
    scenes.departed(id, sender, recipient);
    scenes.done(id, Step.ARRIVED, "", recipient);
    scenes.handOvers().close(id, "durable_solution", recipient);
    assertThat(scenes.find(id, recipient).stands()).isEqualTo("closed");
  }

  @Test
  void onePersonIsGivenToTwoCountriesOnPurposeAloneAndBothAreTold() {
    SignedIn other = referrals.scene("RS", "ngo", "MK", "national_coordinator").recipient();
    assertThatThrownBy(() -> scenes.begun(file, other.organisation(), false, sender))
        .hasMessage("handover.refused.given-elsewhere");
    UUID also =
        scenes
            .handOvers()
            .begin(
                file,
                new CrossBorderHandOvers.Draft(
                    other.organisation(),
                    "protection_and_placement",
                    false,
                    house.clock().instant().plusSeconds(3_600),
                    house.clock().instant().plusSeconds(7_200),
                    "Please look for her mother",
                    true),
                sender);
    UUID there = scenes.consent(file, other.organisation(), null, sender);
    Referrals sent = house.get(Referrals.class);
    sent.choose(also, java.util.List.of("age"), there, sender);
    sent.send(also, sender);
    referrals.deliver();
    for (UUID told : Set.of(id, also)) {
      assertThat(sent.messages(told, sender))
          .extracting(Referral.Message::text)
          .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
          .contains("This person was also handed over to");
    }
  }

  /** Two files that were stated to be of one person are one person. */
  @Test
  void norFromASecondFileOfTheSamePerson() {
    SignedIn other = referrals.scene("RS", "ngo", "MK", "national_coordinator").recipient();
    UUID second = SomeCase.in("RS").open(house, sender);
    scenes.begun(second, other.organisation(), false, sender);
    Cases cases = house.get(Cases.class);
    house
        .get(SamePersons.class)
        .statePerson(
            cases.find(file, sender).person().id(),
            cases.find(second, sender).person().id(),
            true,
            "The same passport",
            sender);
    assertThatThrownBy(() -> scenes.begun(second, other.organisation(), false, sender))
        .hasMessage("handover.refused.given-elsewhere");
  }

  @Test
  void wordsLeaveOnlyWhereTheirCategoryWasJudged() {
    UUID narrow =
        house
            .get(Consents.class)
            .record(
                file,
                new org.passerelle.protect.sharing.consent.ConsentDraft(
                    true,
                    "protection_and_placement",
                    recipient.organisation(),
                    Set.of("identity"),
                    "adult",
                    null,
                    "sq",
                    false,
                    null,
                    scenes.today(),
                    scenes.today().plusMonths(6),
                    ""),
                sender);
    house
        .db()
        .sql("update referral set basis = :b where id = :id")
        .param("b", narrow)
        .param("id", id)
        .update();
    assertThatThrownBy(
            () ->
                scenes.record(
                    id, Step.NEEDS, "done", RecordedStep.Details.of("Sleeps badly"), sender))
        .isInstanceOf(org.passerelle.refusal.Refused.class);
    scenes.record(id, Step.NEEDS, "done", RecordedStep.Details.of(""), sender);
  }

  private void refused(String why, Step step, String state, RecordedStep.Details said) {
    assertThatThrownBy(() -> scenes.record(id, step, state, said, sender))
        .hasMessage("handover.refused." + why);
  }
}
