package org.passerelle.prosecute.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A child is heard once; what was heard stays under its number when the basis has ended. */
@OnBothDatabases
class ChildHearingsTest {
  @Parameter House house;

  @Test
  void aFurtherHearingNeedsAReasonUntilTheFirstIsCancelled() {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn who = begun.prosecutor();
    UUID child = child(begun, true);
    UUID first = plan(begun, child, "");
    isRefused("hearing.refused.second", () -> plan(begun, child, ""));
    hearings().cancel(begun.id(), first, "The interpreter was ill", who);
    UUID second = plan(begun, child, "");
    assertThat(hearings().find(begun.id(), second, who).number()).isEqualTo(2);
    hearings().held(begun.id(), second, new Scenes(house).today(), outcome("CD 7"), who);
    isRefused("hearing.refused.second", () -> plan(begun, child, ""));
    UUID third = plan(begun, child, "A second offender was named");
    assertThat(hearings().find(begun.id(), third, who).plan().words().second())
        .isEqualTo("A second offender was named");
    isRefused(
        "hearing.refused.ended", () -> hearings().cancel(begun.id(), second, "Too late", who));
    plan(begun, child(begun, null), "");
  }

  @Test
  void ofTwoWhoPlanAtOnceOneIsAskedForAReason() throws Exception {
    for (int round = 0; round < 5; round++) {
      Scenes.Begun begun = new Scenes(house).begun();
      UUID child = child(begun, true);
      List<Callable<Boolean>> both = new ArrayList<>();
      for (int hand = 0; hand < 2; hand++) {
        both.add(
            () -> {
              try {
                plan(begun, child, "");
                return true;
              } catch (Refused second) {
                assertThat(second).hasMessageContaining("hearing.refused.second");
                return false;
              }
            });
      }
      assertThat(AtOnce.all(both)).containsOnlyOnce(true);
      assertThat(hearings().of(begun.id(), begun.prosecutor())).hasSize(1);
    }
  }

  @Test
  void whatProtectsTheChildIsThereOrSaysWhyNot() {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn who = begun.prosecutor();
    UUID child = child(begun, true);
    isRefused("hearing.refused.adult", () -> plan(begun, child(begun, false), ""));
    assertThat(hearings().children(begun.id(), who)).extracting(Victim::id).containsExactly(child);
    isRefused(
        "hearing.refused.room",
        () -> plan(begun, draft(child, "other", "video", words("", "", "")), who));
    isRefused(
        "hearing.refused.unrecorded",
        () -> plan(begun, draft(child, "other", "none", words("Far from town", "", "")), who));
    UUID id = plan(begun, draft(child, "other", "sound", words("Far from town", "", "")), who);
    for (String[] missing :
        new String[][] {
          {"hearing.refused.interpreter", "", "An aunt", "CD 7"},
          {"hearing.refused.support", "Interpreter 12", "", "CD 7"},
          {"hearing.refused.record", "Interpreter 12", "An aunt", ""}
        }) {
      ChildHearing.Outcome lacks = new ChildHearing.Outcome(missing[1], missing[2], missing[3], "");
      isRefused(
          missing[0], () -> hearings().held(begun.id(), id, new Scenes(house).today(), lacks, who));
    }
    isRefused(
        "form.error.future",
        () ->
            hearings()
                .held(begun.id(), id, new Scenes(house).today().plusDays(2), outcome("CD 7"), who));
    hearings().held(begun.id(), id, new Scenes(house).today(), outcome("CD 7"), who);
    assertThat(hearings().find(begun.id(), id, who).outcome()).isEqualTo(outcome("CD 7"));
  }

  /** Rule 4: what rests on the consent goes, that the child was heard stays. */
  @Test
  void aWithdrawnBasisLeavesTheHearingUnderItsNumber() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.minor(scenes.scene("RS", "ngo", "RS", "prosecutor"));
    UUID guardian = scenes.guardian(scene, false, true);
    Scenes.Begun begun =
        new Scenes(house)
            .begun(new Scenes(house).colleague(scene.recipient().organisation(), Role.PROSECUTOR));
    SignedIn who = begun.prosecutor();
    UUID basis = scenes.consent(scene, "prosecution", Set.of("case"), "guardian", guardian);
    UUID child = house.get(Victims.class).enter(begun.id(), basis, who);
    UUID id =
        hearings().plan(begun.id(), draft(child, "specialised", "video", words("", "", "")), who);
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    assertThat(house.get(Victims.class).of(begun.id(), who))
        .singleElement()
        .satisfies(one -> assertThat(one.standing()).isEqualTo(Victim.Standing.ENDED));
    hearings().held(begun.id(), id, new Scenes(house).today(), outcome("CD 7"), who);
    assertThat(hearings().of(begun.id(), who))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.plan().victim()).isEqualTo(child);
              assertThat(one.state()).isEqualTo("held");
              assertThat(one.plan().words().place()).isEqualTo("Court of the city");
            });
    assertThat(house.get(Victims.class).numbers(begun.id(), who)).isEqualTo(Map.of(child, 1));
  }

  @Test
  void aPlannedHearingIsDueUntilItIsHeldOrCancelled() {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn who = begun.prosecutor();
    UUID id = plan(begun, child(begun, true), "");
    assertThat(due(begun, 1)).as("planned in two days").isEmpty();
    assertThat(due(begun, 3))
        .singleElement()
        .satisfies(
            due -> {
              assertThat(due.code()).isEqualTo("V-1");
              assertThat(due.path()).isEqualTo("hearings");
            });
    house.clock().pass(Duration.ofDays(4));
    assertThat(due(begun, 0)).as("late").hasSize(1);
    hearings().cancel(begun.id(), id, "The child is ill", who);
    assertThat(due(begun, 3)).isEmpty();
  }

  @Test
  void noFieldNamesAShelter() {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn who = begun.prosecutor();
    PlaceScenes places = new PlaceScenes(house);
    SignedIn officer = places.officer();
    String shelter = "At " + places.code(places.place(2, officer), officer);
    UUID child = child(begun, true);
    UUID id = plan(begun, child, "");
    for (int field = 0; field < 7; field++) {
      String[] texts = {"Court", "", "", "", "", "", "Again"};
      texts[field] = shelter;
      ChildHearing.Words words =
          new ChildHearing.Words(
              texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6]);
      assertThatThrownBy(() -> plan(begun, draft(child, "specialised", "video", words), who))
          .as("field " + field)
          .isInstanceOf(Refused.class);
    }
    ChildHearing.Outcome outcome = new ChildHearing.Outcome("Int.", "An aunt", shelter, "");
    assertThatThrownBy(
            () -> hearings().held(begun.id(), id, new Scenes(house).today(), outcome, who))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> hearings().cancel(begun.id(), id, shelter, who))
        .isInstanceOf(Refused.class);
    assertThat(hearings().find(begun.id(), id, who).planned()).isTrue();
  }

  @Test
  void whoeverIsNotOnTheTeamFindsNothing() {
    Scenes.Begun begun = new Scenes(house).begun();
    UUID child = child(begun, true);
    UUID id = plan(begun, child, "");
    SignedIn outside =
        new Scenes(house).colleague(begun.prosecutor().organisation(), Role.PROSECUTOR);
    Scenes.Begun other = new Scenes(house).begun();
    assertThatThrownBy(() -> hearings().of(begun.id(), outside)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> hearings().cancel(begun.id(), id, "Mine", outside))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> hearings().cancel(other.id(), id, "Mine", other.prosecutor()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> plan(other, child, "")).isInstanceOf(NotFound.class);
  }

  private List<DueThing> due(Scenes.Begun begun, int days) {
    return house
        .get(HearingsDue.class)
        .due(Map.of(begun.id(), "26-1"), house.clock().instant().plus(Duration.ofDays(days)));
  }

  private UUID child(Scenes.Begun begun, @Nullable Boolean minor) {
    Victim.Facts facts =
        new Victim.Facts(null, null, minor, null, List.of(), new Scenes(house).today());
    return house.get(Victims.class).enterOwn(begun.id(), facts, begun.prosecutor());
  }

  private UUID plan(Scenes.Begun begun, UUID child, String second) {
    ChildHearing.Plan plan = draft(child, "specialised", "video", words("", "", second));
    return plan(begun, plan, begun.prosecutor());
  }

  private UUID plan(Scenes.Begun begun, ChildHearing.Plan plan, SignedIn who) {
    return hearings().plan(begun.id(), plan, who);
  }

  private ChildHearing.Plan draft(
      UUID child, String room, String recording, ChildHearing.Words words) {
    return new ChildHearing.Plan(
        child,
        house.clock().instant().plus(Duration.ofDays(2)),
        room,
        recording,
        "sq",
        List.of("apart", "breaks"),
        words);
  }

  private static ChildHearing.Words words(String room, String unrecorded, String second) {
    return new ChildHearing.Words("Court of the city", "", "", "", room, unrecorded, second);
  }

  private static ChildHearing.Outcome outcome(String record) {
    return new ChildHearing.Outcome("Interpreter 12", "An aunt", record, "");
  }

  private static void isRefused(String key, ThrowingCallable act) {
    assertThatThrownBy(act).as(key).isInstanceOf(Refused.class).hasMessageContaining(key);
  }

  private ChildHearings hearings() {
    return house.get(ChildHearings.class);
  }
}
