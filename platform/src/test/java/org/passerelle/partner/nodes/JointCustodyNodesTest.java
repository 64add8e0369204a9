package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.prosecute.exhibit.Custody;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.exhibit.HandOvers;
import org.passerelle.prosecute.exhibit.SharedExhibits;
import org.passerelle.prosecute.joint.FarCopies;
import org.passerelle.prosecute.joint.FarCustody;
import org.passerelle.prosecute.joint.JointExhibits;
import org.passerelle.refusal.Refused;

/** An exhibit that changes hands between two houses, on a way that a test bends. */
@Tag("long")
class JointCustodyNodesTest extends TwoOffices {
  private static final byte[] CONTENT = {7, 8, 9};
  private UUID team = new UUID(0, 0);
  private UUID exhibit = new UUID(0, 0);
  private UUID taker = new UUID(0, 0);

  @BeforeEach
  void anExhibitThatTheOtherSideAskedFor() {
    team = agreed(proposed());
    exhibit = new ExhibitScenes(skopje).held(ours.id(), CONTENT, ours.prosecutor());
    skopje.get(JointExhibits.class).share(team, exhibit, ours.prosecutor());
    await().until(() -> shared(team).size() == 1);
    new ExhibitScenes(athens).key(theirs.prosecutor());
    far().ask(team, exhibit, theirs.prosecutor());
    await().until(() -> !takers().isEmpty());
    taker = takers().get(0);
  }

  private FarCustody far() {
    return athens.get(FarCustody.class);
  }

  private List<UUID> takers() {
    return skopje.get(SharedExhibits.class).takers(exhibit, ours.prosecutor()).stream()
        .filter(one -> !one.equals(ours.prosecutor().user()))
        .toList();
  }

  private void offered() {
    skopje
        .get(HandOvers.class)
        .offer(
            ours.id(),
            exhibit,
            taker,
            new CustodyWords("The bridge", "For you"),
            ours.prosecutor());
    await().until(() -> state().equals("offered"));
  }

  private String state() {
    return far()
        .of(
            team,
            athens.get(JointExhibits.class).elsewhere(team, exhibit, theirs.prosecutor()),
            theirs.prosecutor())
        .state();
  }

  private Custody.Standing atHome() {
    return skopje.get(Custody.class).of(ours.id(), exhibit, ours.prosecutor());
  }

  private List<String> acts() {
    return atHome().lines().stream().map(Custody.Line::act).toList();
  }

  @Test
  void isTakenUnderBothSignaturesAndItsFileIsTheSame() {
    toAthens.mode(Wire.Mode.TWICE);
    offered();
    toSkopje.mode(Wire.Mode.NO_ANSWER);
    takenByItsPage();
    await().until(() -> state().equals("held"));
    assertThat(atHome().holder()).isEqualTo(taker);
    assertThat(acts()).containsExactly("intake", "handover");
    assertThat(
            here.browser()
                .get("/prosecute/investigations/" + ours.id() + "/exhibits/" + exhibit)
                .status())
        .isEqualTo(200);
    assertThat(
            there.browser().get("/prosecute/joint-teams/" + team + "/exhibits/" + exhibit).body())
        .contains("Your organisation holds it", "Take its file in");
    UUID copy = athens.get(FarCopies.class).copy(team, exhibit, theirs.prosecutor());
    assertThat(athens.get(FarCopies.class).copy(team, exhibit, theirs.prosecutor()))
        .isEqualTo(copy);
    ExhibitScenes exhibits = new ExhibitScenes(athens);
    assertThatThrownBy(
            () ->
                exhibits.takeIn(theirs.id(), copy, "a.bin", new byte[] {7, 8}, theirs.prosecutor()))
        .isInstanceOf(Refused.class)
        .hasMessage("joint.refused.digests");
    exhibits.takeIn(theirs.id(), copy, "a.bin", CONTENT, theirs.prosecutor());
    assertThat(athens.get(Custody.class).of(theirs.id(), copy, theirs.prosecutor()).holder())
        .isEqualTo(theirs.prosecutor().user());
  }

  private void takenByItsPage() {
    String at = "/prosecute/joint-teams/" + team + "/exhibits/" + exhibit;
    Browser browser = there.browser();
    assertThat(browser.get(at).body()).contains(at + "/confirm");
    browser.post(at + "/confirm");
    there.nextCode();
    there.confirm(browser);
    assertThat(browser.get(at).body()).contains("The bridge", at + "/take", at + "/refuse");
    assertThat(browser.post(at + "/take", "currentPassword", Member.PASSWORD).location())
        .isEqualTo(at);
  }

  /** Whichever reaches the node of the exhibit first counts; both sides agree afterwards. */
  @Test
  void anAnswerThatComesAfterTheOfferWasTakenBackChangesNothing() {
    offered();
    toSkopje.mode(Wire.Mode.GARBAGE);
    far().take(team, exhibit, theirs.prosecutor());
    assertThat(state()).isEqualTo("waiting");
    skopje.get(HandOvers.class).withdraw(ours.id(), exhibit, ours.prosecutor());
    await().until(() -> state().equals("asked"));
    toSkopje.mode(Wire.Mode.WHOLE);
    pass(Duration.ofMinutes(5));
    await().untilAsserted(() -> assertThat(waiting()).isEmpty());
    assertThat(atHome().holder()).isEqualTo(ours.prosecutor().user());
    assertThat(acts()).containsExactly("intake");
    offered();
    far().refuse(team, exhibit, "No room", theirs.prosecutor());
    await().until(() -> acts().size() == 2);
    assertThat(acts()).containsExactly("intake", "refusal");
    await().until(() -> state().equals("free"));
  }
}
