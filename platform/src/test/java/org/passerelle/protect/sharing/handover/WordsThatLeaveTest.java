package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Free text is sent only where it was judged, and names neither a shelter nor its location. */
@OnBothDatabases
@Tag("slow")
class WordsThatLeaveTest {
  @Parameter House house;
  private ReferralScenes referrals;
  private HandOverScenes scenes;
  private ReferralScenes.Scene scene;
  private SignedIn recipient;
  private String code;

  @BeforeEach
  void aShelterWithACode() {
    referrals = new ReferralScenes(house);
    scenes = new HandOverScenes(house);
    scene = referrals.scene("RS", "ngo", "AL", "national_coordinator");
    recipient =
        Staff.signedIn(
            Staff.user(house, scene.recipient().organisation(), Role.FOCAL_POINT).user());
    PlaceScenes places = new PlaceScenes(house);
    SignedIn officer = places.officer();
    UUID place = places.place(2, officer);
    code = places.code(place, officer);
  }

  private UUID accepted() {
    UUID basis = scenes.consent(scene.caseId(), recipient.organisation(), null, scene.sender());
    UUID id = scenes.sent(scene.caseId(), recipient.organisation(), true, basis, scene.sender());
    referrals.deliver();
    house.get(ReceivedReferrals.class).accept(id, recipient);
    referrals.deliver();
    return id;
  }

  @Test
  void theCodeOfAShelterIsNamedInNoField() {
    UUID id = accepted();
    String words = "She sleeps in " + code.toLowerCase(java.util.Locale.ROOT);
    assertThatThrownBy(
            () ->
                scenes.record(
                    id, Step.NEEDS, "done", RecordedStep.Details.of(words), scene.sender()))
        .hasMessage("handover.refused.shelter");
    assertThatThrownBy(
            () ->
                scenes.record(
                    id,
                    Step.RECEPTION,
                    "planned",
                    RecordedStep.Details.of("At " + code),
                    recipient))
        .hasMessage("handover.refused.shelter");
    assertThatThrownBy(() -> house.get(Referrals.class).write(id, words, scene.sender()))
        .hasMessage("referral.refused.shelter.words");
    assertThatThrownBy(() -> house.get(ReceivedReferrals.class).write(id, words, recipient))
        .hasMessage("referral.refused.shelter.words");
    assertThatThrownBy(() -> referrals.draft(scene, "Fetch her at " + code.replace("-", "")))
        .isInstanceOf(Refused.class)
        .hasMessage("referral.refused.shelter.words")
        .extracting(refused -> ((Refused) refused).field())
        .isEqualTo("request");
  }

  @Test
  void noFieldOfADossierNamesAShelter() {
    ReferralScenes.Scene near = referrals.scene("RS", "ngo", "RS", "health");
    SomeCase file =
        ReferralScenes.file()
            .from("Has lived at " + code + " since May")
            .papers("Card of " + code)
            .reachedBy("Of the office in " + code);
    UUID caseId = file.open(house, near.sender());
    ReferralScenes.Scene scene = new ReferralScenes.Scene(near.sender(), near.recipient(), caseId);
    UUID basis = referrals.consent(scene, Set.of("identity", "case", "contact"), "adult", null);
    Referrals all = house.get(Referrals.class);
    UUID id = referrals.draft(scene);
    all.choose(id, List.of("known_as", "origin", "documents", "phone"), basis, scene.sender());
    assertThatThrownBy(() -> all.send(id, scene.sender()))
        .isInstanceOf(Refused.class)
        .hasMessage("referral.refused.shelter.field");
    Referral draft = all.find(id, scene.sender());
    assertThat(draft.state()).isEqualTo("draft");
    assertThat(all.sheltersNamed(draft, all.preview(id, scene.sender()).fields(), scene.sender()))
        .containsOnlyKeys("origin", "documents", "phone");
    all.choose(id, List.of("known_as"), basis, scene.sender());
    all.send(id, scene.sender());
  }

  @Test
  void aMeetingPlaceMustNotBeAnAddress() {
    UUID id = accepted();
    scenes.done(id, Step.RISK, "safe", scene.sender());
    scenes.done(id, Step.RETURN_CONSENT, "", scene.sender());
    for (String place : List.of("Nemanjina 11", "ulica Kralja Petra br. 12", "Кнеза Милоша 7")) {
      assertThatThrownBy(() -> scenes.travel(id, "ngo", place, scene.sender()))
          .as(place)
          .hasMessage("handover.refused.address");
    }
    assertThatThrownBy(
            () ->
                scenes.record(
                    id,
                    Step.RECEPTION,
                    "planned",
                    RecordedStep.Details.of("Rruga e Kavajës 23, second bell"),
                    recipient))
        .hasMessage("handover.refused.address");
    scenes.travel(id, "ngo", "Gradina, platform 3", scene.sender());
    scenes.record(
        id, Step.NEEDS, "done", RecordedStep.Details.of("School in Nemanjina 11"), scene.sender());
  }

  @Test
  void whatIsAskedForAndWhatIsWrittenAreJudgedLikeEveryField() {
    ReferralScenes.Scene near = referrals.scene("RS", "ngo", "RS", "health");
    UUID narrow = referrals.consent(near, Set.of("identity"), "adult", null);
    UUID id = referrals.draft(near);
    Referrals all = house.get(Referrals.class);
    all.choose(id, List.of("known_as"), narrow, near.sender());
    assertThat(all.againstRequest(all.find(id, near.sender()), narrow, near.sender())).isPresent();
    assertThatThrownBy(() -> all.send(id, near.sender())).isInstanceOf(Refused.class);
    UUID wide = referrals.consent(near, Set.of("identity", "case"), "adult", null);
    all.choose(id, List.of("known_as"), wide, near.sender());
    all.send(id, near.sender());
    referrals.deliver();
    house.get(Deliveries.class).hold(near.recipient().organisation(), true, near.sender());
    all.write(id, "Does she need a ramp?", near.sender());
    house.get(Consents.class).withdraw(near.caseId(), wide, near.sender());
    assertThatThrownBy(() -> all.write(id, "And one thing more", near.sender()))
        .isInstanceOf(Refused.class);
    house.get(Deliveries.class).hold(near.recipient().organisation(), false, near.sender());
    referrals.deliver();
    assertThat(all.messages(id, near.sender()))
        .extracting(Referral.Message::course)
        .extracting(org.passerelle.protect.sharing.referral.message.Course::code)
        .as("what waited is stopped with its basis")
        .containsExactly("stopped");
  }
}
