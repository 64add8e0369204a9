package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.Custody;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.exhibit.HandOvers;
import org.passerelle.prosecute.exhibit.SharedExhibits;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.joint.FarCustody;
import org.passerelle.prosecute.joint.FarGiving;
import org.passerelle.prosecute.joint.JointExhibits;

/** An exhibit of one house that is held in the other and goes on, or back, on a bent way. */
@Tag("long")
class JointHandingBackNodesTest extends TwoOffices {
  private static final CustodyWords WORDS = new CustodyWords("The bridge", "");
  private UUID team = new UUID(0, 0);
  private UUID exhibit = new UUID(0, 0);

  @BeforeEach
  void anExhibitThatIsHeldThere() {
    team = agreed(proposed());
    exhibit = new ExhibitScenes(skopje).held(ours.id(), new byte[] {7, 8}, ours.prosecutor());
    skopje.get(JointExhibits.class).share(team, exhibit, ours.prosecutor());
    await().until(() -> shared(team).size() == 1);
    new ExhibitScenes(athens).key(theirs.prosecutor());
    custody().ask(team, exhibit, theirs.prosecutor());
    await().until(() -> !takers().isEmpty());
    skopje
        .get(HandOvers.class)
        .offer(ours.id(), exhibit, takers().get(0), WORDS, ours.prosecutor());
    await().until(() -> standing(theirs.prosecutor()).state().equals("offered"));
    custody().take(team, exhibit, theirs.prosecutor());
    await().until(() -> standing(theirs.prosecutor()).state().equals("held"));
  }

  private FarCustody custody() {
    return athens.get(FarCustody.class);
  }

  private List<UUID> takers() {
    return skopje.get(SharedExhibits.class).takers(exhibit, ours.prosecutor()).stream()
        .filter(one -> !one.equals(ours.prosecutor().user()))
        .toList();
  }

  private FarCustody.Standing standing(SignedIn who) {
    return custody().of(team, athens.get(JointExhibits.class).elsewhere(team, exhibit, who), who);
  }

  private Custody.Standing atHome() {
    return skopje.get(Custody.class).of(ours.id(), exhibit, ours.prosecutor());
  }

  private void gives(SignedIn from, UUID to) {
    athens.get(FarGiving.class).offer(team, exhibit, to, WORDS, from);
  }

  /** Whoever gave it, as they are known in Athens. */
  private UUID home(SignedIn holder) {
    return athens.get(FarGiving.class).takers(team, exhibit, standing(holder), holder).get(0);
  }

  @Test
  void goesOnToAColleagueAndBackAndOnceMore() {
    SignedIn colleague =
        new Scenes(athens).colleague(theirs.prosecutor().organisation(), Role.PROSECUTOR);
    athens
        .get(InvestigationTeam.class)
        .add(theirs.id(), colleague.user(), null, theirs.prosecutor());
    new ExhibitScenes(athens).key(colleague);
    custody().ask(team, exhibit, colleague);
    await().until(() -> takers().size() == 2);
    toSkopje.mode(Wire.Mode.TWICE);
    gives(theirs.prosecutor(), colleague.user());
    await().until(() -> standing(colleague).state().equals("offered"));
    toSkopje.mode(Wire.Mode.NO_ANSWER);
    custody().take(team, exhibit, colleague);
    await().until(() -> standing(colleague).key() != null);
    assertThat(standing(theirs.prosecutor()).key()).isNull();
    toSkopje.mode(Wire.Mode.WHOLE);
    gives(colleague, home(colleague));
    await().until(() -> atHome().offered() != null);
    toAthens.mode(Wire.Mode.TWICE);
    skopje.get(HandOvers.class).take(ours.id(), exhibit, ours.prosecutor());
    await().until(() -> standing(colleague).state().equals("free"));
    toAthens.mode(Wire.Mode.WHOLE);
    assertThat(atHome().lines())
        .extracting(Custody.Line::act)
        .containsExactly("intake", "handover", "handover", "handover");
    assertThat(atHome().holder()).isEqualTo(ours.prosecutor().user());
    skopje
        .get(HandOvers.class)
        .offer(ours.id(), exhibit, takers().get(0), WORDS, ours.prosecutor());
    await()
        .until(
            () ->
                standing(colleague).state().equals("offered")
                    || standing(theirs.prosecutor()).state().equals("offered"));
  }

  /** Whichever reaches the node of the exhibit first counts; both sides agree afterwards. */
  @Test
  void anOfferThatWasTakenBackTooLateIsHandedOver() {
    gives(theirs.prosecutor(), home(theirs.prosecutor()));
    await().until(() -> atHome().offered() != null);
    toSkopje.mode(Wire.Mode.GARBAGE);
    athens.get(FarGiving.class).withdraw(team, exhibit, theirs.prosecutor());
    skopje.get(HandOvers.class).take(ours.id(), exhibit, ours.prosecutor());
    await().until(() -> standing(theirs.prosecutor()).state().equals("free"));
    toSkopje.mode(Wire.Mode.WHOLE);
    pass(Duration.ofMinutes(5));
    await().untilAsserted(() -> assertThat(waiting()).isEmpty());
    assertThat(atHome().holder()).isEqualTo(ours.prosecutor().user());
    assertThat(standing(theirs.prosecutor()).given()).isNull();
  }

  @Test
  void anOfferThatWasTakenBackInTimeCanBeMadeAgain() {
    gives(theirs.prosecutor(), home(theirs.prosecutor()));
    athens.get(FarGiving.class).withdraw(team, exhibit, theirs.prosecutor());
    await().until(() -> standing(theirs.prosecutor()).givable());
    assertThat(atHome().offered()).isNull();
    gives(theirs.prosecutor(), home(theirs.prosecutor()));
    await().until(() -> atHome().offered() != null);
    skopje.get(HandOvers.class).refuse(ours.id(), exhibit, "No room", ours.prosecutor());
    await().until(() -> standing(theirs.prosecutor()).givable());
  }
}
