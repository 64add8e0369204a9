package org.passerelle.prosecute.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.approval.Approvals;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.suspect.NonPunishment;
import org.passerelle.prosecute.suspect.SuspectErasure;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.prosecute.suspect.Traits;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Whether another office knows a suspect: what both sides read, and that victims are not in it. */
@Tag("slow")
@OnBothDatabases
class OfficeHitsTest {
  @Parameter House house;
  private TwoOffices offices;

  @BeforeEach
  void twoOffices() {
    offices = new TwoOffices(house);
  }

  /** Asked and answered, and neither side has anything. */
  private void nothing(Scenes.Begun asker, UUID suspect) {
    offices.ask(asker, suspect);
    offices.answer();
    assertThat(offices.states(asker)).first().isEqualTo("no_hit");
    assertThat(offices.hits(asker)).isEmpty();
    assertThat(offices.hits(offices.other)).isEmpty();
    assertThat(offices.due(offices.other.prosecutor())).doesNotContain("hit");
  }

  @Test
  void bothSidesReadThatThereIsOneAndWhomToCall() {
    UUID mine = offices.suspect(offices.one, "phone", offices.phone);
    offices.suspect(offices.other, "phone", "06" + offices.phone.substring("+3816".length()));
    offices.ask(offices.one, mine);
    assertThat(offices.states(offices.one)).as("before the run").containsExactly("waiting");
    assertThat(offices.hits(offices.one)).isEmpty();
    assertThat(offices.hits(offices.other)).isEmpty();
    offices.answer();
    assertThat(offices.states(offices.one)).containsExactly("hit");
    assertThat(offices.hits(offices.one))
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.suspect()).isEqualTo("S-1");
              assertThat(hit.office()).isEqualTo(offices.other.prosecutor().organisation());
              assertThat(hit.contacts()).hasSize(1);
              assertThat(hit.toString()).doesNotContain(offices.other.id().toString(), "Grey");
            });
    assertThat(offices.hits(offices.other)).hasSize(1);
    assertThat(offices.hits(offices.other).get(0).office())
        .isEqualTo(offices.one.prosecutor().organisation());
    assertThat(offices.hits(offices.other).get(0).reference())
        .isEqualTo(offices.hits(offices.one).get(0).reference());
    assertThat(offices.states(offices.other))
        .as("the question stays with those who asked")
        .isEmpty();
    assertThat(offices.due(offices.one.prosecutor())).contains("hit");
    assertThat(offices.due(offices.other.prosecutor())).contains("hit");
    house
        .get(OfficeHits.class)
        .note(offices.one.id(), offices.hits(offices.one).get(0).id(), offices.one.prosecutor());
    assertThat(offices.due(offices.one.prosecutor())).doesNotContain("hit");
    assertThat(offices.due(offices.other.prosecutor()))
        .as("each side notes it for itself")
        .contains("hit");
    offices.answer();
    offices.ask(offices.one, mine);
    offices.answer();
    assertThat(offices.hits(offices.one)).as("asked again: one hit").hasSize(1);
  }

  @Test
  void everyKindIsComparedAndNoOtherKindWithIt() {
    for (String kind : Traits.KINDS) {
      Scenes.Begun asker = offices.scenes.begun();
      String value = kind.equals("phone") ? offices.phone : kind + offices.phone;
      UUID mine = offices.suspect(asker, kind, value);
      offices.suspect(offices.other, kind, value);
      offices.ask(asker, mine);
      offices.answer();
      assertThat(offices.states(asker)).as(kind).containsExactly("hit");
    }
    Scenes.Begun asker = offices.scenes.begun();
    offices.suspect(offices.other, "account", "X" + offices.phone);
    UUID mine = offices.suspect(asker, "vehicle", "X" + offices.phone);
    offices.ask(asker, mine);
    offices.answer();
    assertThat(offices.states(asker)).as("a plate is no account").containsExactly("no_hit");
  }

  @Test
  void withinOneOfficeNothingIsTold() {
    Scenes.Begun beside =
        offices.scenes.begun(
            offices.scenes.colleague(offices.one.prosecutor().organisation(), Role.PROSECUTOR));
    offices.suspect(beside, "phone", offices.phone);
    nothing(offices.one, offices.suspect(offices.one, "phone", offices.phone));
    assertThat(offices.hits(beside)).isEmpty();
  }

  /** What somebody has who knows a victim's telephone gives nothing, in whatever shape it is. */
  @Test
  void aVictimIsNeverFound() {
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "prosecutor");
    offices.scenes.names(scene, "Boris Amber", offices.phone);
    Scenes.Entered entered = offices.scenes.entered(scene, Set.of("case", "narrative"));
    UUID mine = offices.suspect(offices.one, "phone", offices.phone);
    nothing(offices.one, mine);
    Scenes.Begun theirs = new Scenes.Begun(entered.id(), entered.prosecutor());
    house
        .get(Suspects.class)
        .enterNamed(entered.id(), entered.victim(), 0, 1, "?", entered.prosecutor());
    nothing(offices.one, mine);
    assertThat(offices.hits(theirs)).as("whom a case named").isEmpty();
    UUID both =
        offices.scenes.suspect(entered.id(), "Ana Blue", entered.victim(), entered.prosecutor());
    offices.trait(theirs, both, "document", "D" + offices.phone);
    UUID byDocument = offices.suspect(offices.one, "document", "D" + offices.phone);
    nothing(offices.one, byDocument);
    assertThat(offices.hits(theirs)).as("a victim who is accused, too").isEmpty();
    assertThatThrownBy(() -> offices.ask(theirs, both))
        .isInstanceOf(Refused.class)
        .hasMessage("hit.refused.not-compared");
    Scenes.Begun third = offices.scenes.begun();
    offices.suspect(third, "document", "D" + offices.phone);
    nothing(offices.one, byDocument);
    assertThat(offices.hits(third)).as("somebody else with a victim's paper").isEmpty();
  }

  @Test
  void whoWasCompelledIsGoneForBothSidesAtOnce() {
    UUID mine = offices.suspect(offices.one, "phone", offices.phone);
    UUID theirs = offices.suspect(offices.other, "phone", offices.phone);
    offices.ask(offices.one, mine);
    offices.answer();
    assertThat(offices.hits(offices.one)).hasSize(1);
    NonPunishment flags = house.get(NonPunishment.class);
    flags.raise(offices.other.id(), theirs, "Locked in", offices.other.prosecutor());
    assertThat(offices.hits(offices.one)).isEmpty();
    assertThat(offices.hits(offices.other)).isEmpty();
    assertThat(offices.due(offices.one.prosecutor())).doesNotContain("hit");
    assertThat(offices.states(offices.one))
        .as("as if there had been none")
        .containsExactly("no_hit");
    nothing(offices.one, mine);
    assertThatThrownBy(() -> offices.ask(offices.other, theirs))
        .isInstanceOf(Refused.class)
        .hasMessage("hit.refused.not-compared");
    flags.lift(offices.other.id(), theirs, "Not so", offices.other.prosecutor());
    assertThat(offices.hits(offices.one)).hasSize(1);
  }

  @Test
  void whoWasClearedOrErasedOrHasAnotherNumberIsNotFound() {
    UUID mine = offices.suspect(offices.one, "phone", offices.phone);
    UUID theirs = offices.suspect(offices.other, "phone", offices.phone);
    offices.ask(offices.one, mine);
    offices.answer();
    assertThat(offices.hits(offices.other)).hasSize(1);
    house
        .get(Suspects.class)
        .change(
            offices.other.id(),
            theirs,
            Scenes.suspect("Anton Grey", "cleared", null),
            1,
            offices.other.prosecutor());
    assertThat(offices.hits(offices.one)).isEmpty();
    UUID again = offices.scenes.suspect(offices.other.id(), "Grey", offices.other.prosecutor());
    UUID number = offices.trait(offices.other, again, "phone", offices.phone);
    offices.ask(offices.one, mine);
    offices.answer();
    assertThat(offices.hits(offices.one)).hasSize(1);
    house.get(Traits.class).remove(offices.other.id(), again, number, offices.other.prosecutor());
    assertThat(offices.hits(offices.one)).isEmpty();
    erase(offices.one, mine);
    assertThat(offices.states(offices.one)).as("questions about them are gone").isEmpty();
  }

  private void erase(Scenes.Begun in, UUID suspect) {
    SignedIn who = in.prosecutor();
    SignedIn second =
        Staff.signedIn(Member.in(house, who.organisation(), Role.DATA_PROTECTION_OFFICER).user());
    house
        .get(Suspects.class)
        .change(in.id(), suspect, Scenes.suspect("Anton Grey", "cleared", null), 1, who);
    house.get(SuspectErasure.class).ask(in.id(), suspect, who);
    Approvals approvals = house.get(Approvals.class);
    UUID request = approvals.waiting("suspect.erase", suspect).orElseThrow().id();
    approvals.approve(second, request, "");
  }
}
