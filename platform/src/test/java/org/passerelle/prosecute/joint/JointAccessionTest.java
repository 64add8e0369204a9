package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.prosecute.joint.JointScenes.done;
import static org.passerelle.prosecute.joint.JointScenes.hidden;
import static org.passerelle.prosecute.joint.JointScenes.refused;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.investigation.Timeline;
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** An organisation joins a team that is in force: all sign, then it signs itself. */
@OnBothDatabases
@Tag("slow")
class JointAccessionTest {
  @Parameter House house;
  private Scenes scenes;
  private JointScenes joint;
  private Scenes.Begun one;
  private Scenes.Begun other;
  private Scenes.Begun third;
  private UUID team;

  @BeforeEach
  void aTeamOfTwo() {
    scenes = new Scenes(house);
    joint = new JointScenes(house);
    one = scenes.begun();
    other = scenes.begun();
    third = scenes.begun();
    team = joint.agreed(one, other);
  }

  private void propose(Scenes.Begun newcomer) {
    joint.amendments().accede(team, office(newcomer), one.prosecutor());
  }

  private void sign(Scenes.Begun by) {
    joint.amendments().sign(team, joint.waiting(team, by.prosecutor()), by.prosecutor());
  }

  private void signs(Scenes.Begun by, JointTeam.Amendment amendment) {
    joint.amendments().sign(team, amendment.id(), by.prosecutor());
  }

  private void joins(Scenes.Begun newcomer) {
    joint.invitations().sign(team, newcomer.id(), Set.of(), newcomer.prosecutor());
  }

  private static UUID office(Scenes.Begun of) {
    return of.prosecutor().organisation();
  }

  private JointPlan plan() {
    return house.get(JointPlan.class);
  }

  /** An exhibit that the first organisation shares. */
  private UUID shared() {
    UUID exhibit = new ExhibitScenes(house).held(one.id(), new byte[] {7}, one.prosecutor());
    house.get(JointExhibits.class).share(team, exhibit, one.prosecutor());
    return exhibit;
  }

  private List<String> journal(Scenes.Begun of) {
    return house.get(Timeline.class).newest(of.id(), 30, of.prosecutor()).stream()
        .map(Timeline.Line::kind)
        .toList();
  }

  @Test
  void learnsNothingUntilAllHaveSignedAndReadsThePlanOnceItHasSigned() {
    joint.step(team, office(one), 20, one.prosecutor());
    shared();
    propose(third);
    assertThat(joint.due(other.prosecutor())).containsExactly("accession");
    assertThat(joint.due(one.prosecutor())).as("signed by proposing").isEmpty();
    assertThat(joint.invitations().all(third.prosecutor())).isEmpty();
    sign(other);
    assertThat(joint.due(third.prosecutor())).containsExactly("invited");
    JointTeam read = joint.invitations().open(team, third.prosecutor());
    assertThat(read.askedBy(office(third))).isEqualTo(office(one));
    hidden(() -> plan().of(team, third.prosecutor()));
    hidden(() -> house.get(JointExhibits.class).of(team, third.prosecutor()));
    SignedIn investigator = joint.investigator(third);
    hidden(() -> joint.invitations().open(team, investigator));
    joins(third);
    assertThat(joint.state(team, third.prosecutor())).isEqualTo("in_force");
    assertThat(plan().of(team, third.prosecutor())).hasSize(1);
    assertThat(house.get(JointExhibits.class).of(team, third.prosecutor())).hasSize(1);
    hidden(() -> joint.teams().open(team, investigator));
    for (Scenes.Begun side : List.of(one, other)) {
      assertThat(journal(side))
          .contains("joint.accession", "joint.accession-signed", "joint.invited", "joint.signed");
    }
    assertThat(journal(third)).contains("joint.signed").doesNotContain("joint.accession");
  }

  @Test
  void isNotAskedOnceOneRefusesAndMayDeclineAndBeAskedAgain() {
    propose(third);
    UUID refused = joint.waiting(team, one.prosecutor());
    joint.amendments().refuse(team, refused, other.prosecutor());
    hidden(() -> joint.amendments().sign(team, refused, other.prosecutor()));
    hidden(() -> joint.invitations().open(team, third.prosecutor()));
    assertThat(journal(one)).contains("joint.accession-refused");
    propose(third);
    sign(other);
    joint.invitations().decline(team, "No capacity before spring", third.prosecutor());
    hidden(() -> joins(third));
    assertThat(joint.state(team, one.prosecutor())).as("goes on as before").isEqualTo("in_force");
    propose(third);
    sign(other);
    assertThat(joint.teams().open(team, one.prosecutor()).party(office(third)).orElseThrow())
        .returns("invited", JointTeam.Party::state)
        .returns("", JointTeam.Party::reason);
    joins(third);
    assertThat(joint.teams().open(team, third.prosecutor()).signed()).hasSize(3);
    joint.teams().leave(team, "Our part is done", third.prosecutor());
    refused("joint.refused.newcomer", () -> propose(third));
  }

  @Test
  void refusesWhatCannotBeProposed() {
    SignedIn who = one.prosecutor();
    UUID early = joint.proposed(one, other);
    refused("joint.refused.not-agreed", () -> joint.amendments().accede(early, office(third), who));
    refused("joint.refused.newcomer", () -> propose(other));
    refused("joint.refused.newcomer", () -> propose(one));
    refused(
        "joint.refused.newcomer",
        () -> joint.amendments().accede(team, Staff.organisation(house).id(), who));
    refused(
        "joint.refused.newcomer",
        () -> joint.amendments().accede(team, house.get(Identifiers.class).next(), who));
    hidden(() -> joint.amendments().accede(team, office(third), joint.investigator(one)));
    hidden(() -> joint.amendments().accede(team, office(third), third.prosecutor()));
    assertThat(joint.amendments().askable(joint.teams().open(team, who), who))
        .contains(office(third))
        .doesNotContain(office(one), office(other));
    propose(third);
    UUID waiting = joint.waiting(team, who);
    refused("joint.refused.proposed", () -> propose(scenes.begun()));
    refused(
        "joint.refused.proposed",
        () -> joint.amendments().extend(team, scenes.today().plusDays(200), who));
    hidden(() -> joint.amendments().sign(team, waiting, third.prosecutor()));
    hidden(() -> joint.amendments().refuse(team, waiting, third.prosecutor()));
    hidden(() -> joint.amendments().sign(early, waiting, who));
    sign(other);
    refused("joint.refused.newcomer", () -> propose(third));
    house.clock().pass(Duration.ofDays(93));
    refused("joint.refused.over", () -> propose(scenes.begun()));
    hidden(() -> joins(third));
  }

  /** What was written before may name somebody who has become protected since, or a shelter. */
  @Test
  void whoSignsLooksAgainAtWhatTheNewcomerWouldRead() {
    UUID step = joint.step(team, "Ask Milena Blue for the keys", other.prosecutor());
    UUID second = joint.step(team, "Ask Vesna Green for the boat", one.prosecutor());
    UUID exhibit = shared();
    ProtectedPersons persons = house.get(ProtectedPersons.class);
    UUID person =
        persons.enter(one.id(), null, "defence", List.of("Milena Blue"), one.prosecutor());
    String called = joint.teams().open(team, one.prosecutor()).called();
    names(called + "/1", () -> propose(third));
    plan()
        .change(
            team,
            step,
            joint.step(office(other), 9, "open", "With the keys"),
            1,
            other.prosecutor());
    persons.mark(one.id(), person, Set.of(exhibit), one.prosecutor());
    names("", () -> propose(third));
    house.get(JointExhibits.class).end(team, exhibit, one.prosecutor());
    PlaceScenes places = new PlaceScenes(house);
    places.place(2, places.officer(office(third)));
    plan()
        .change(
            team,
            step,
            joint.step(office(other), 9, "open", "Near the Lindenhaus"),
            2,
            one.prosecutor());
    names(called + "/1", () -> propose(third));
    plan().change(team, step, joint.step(office(other), 9, "open", "No"), 3, one.prosecutor());
    propose(third);
    persons.enter(other.id(), null, "defence", List.of("Vesna Green"), other.prosecutor());
    names(called + "/2", () -> sign(other));
    assertThat(joint.due(other.prosecutor())).containsExactly("accession");
    plan().change(team, second, joint.step(office(one), 30, "open", ""), 1, one.prosecutor());
    sign(other);
    assertThat(joint.due(third.prosecutor())).containsExactly("invited");
  }

  private static void names(String where, ThrowingCallable act) {
    assertThatThrownBy(act)
        .hasMessage("joint.refused.rereads")
        .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
        .satisfies(
            refused -> assertThat((String) refused.arguments()[0]).startsWith(where).isNotEmpty());
  }

  @Test
  void whoLeavesNeedNotSignAndATeamThatEndsAsksNobody() {
    Scenes.Begun fourth = scenes.begun();
    propose(third);
    sign(other);
    joins(third);
    propose(fourth);
    sign(other);
    assertThat(joint.due(fourth.prosecutor())).isEmpty();
    joint.teams().leave(team, "Our part is done", third.prosecutor());
    assertThat(joint.due(fourth.prosecutor()))
        .as("all who are left have signed")
        .containsExactly("invited");
    joint.teams().leave(team, "We go, too", other.prosecutor());
    hidden(() -> joint.invitations().open(team, fourth.prosecutor()));
    hidden(() -> joins(fourth));
    assertThat(joint.due(fourth.prosecutor())).isEmpty();
    UUID again = joint.agreed(one, other);
    joint.amendments().accede(again, office(fourth), one.prosecutor());
    joint.teams().leave(again, "Done", other.prosecutor());
    hidden(() -> joint.invitations().open(again, fourth.prosecutor()));
    refused(
        "joint.refused.over",
        () ->
            joint
                .amendments()
                .sign(again, joint.waiting(again, one.prosecutor()), one.prosecutor()));
  }

  @Test
  void ofTwoWhoActAtOnceBothAreCountedOrOneIsRefused() throws Exception {
    Scenes.Begun fourth = scenes.begun();
    assertThat(
            AtOnce.all(
                List.<Callable<Boolean>>of(
                    () -> done(() -> propose(third)),
                    () ->
                        done(
                            () ->
                                joint
                                    .amendments()
                                    .accede(team, office(fourth), other.prosecutor())))))
        .containsExactlyInAnyOrder(true, false);
    JointTeam.Amendment waits = joint.teams().open(team, one.prosecutor()).proposed().orElseThrow();
    Scenes.Begun newcomer = office(third).equals(waits.newcomer()) ? third : fourth;
    Scenes.Begun signs = waits.by().equals(office(one)) ? other : one;
    assertThat(
            AtOnce.all(
                List.<Callable<Boolean>>of(
                    () -> done(() -> signs(signs, waits)), () -> done(() -> signs(signs, waits)))))
        .contains(true);
    List<Boolean> done =
        AtOnce.all(
            List.<Callable<Boolean>>of(
                () -> done(() -> joins(newcomer)),
                () -> done(() -> joint.teams().leave(team, "Done", other.prosecutor()))));
    assertThat(done.get(1)).isTrue();
    assertThat(joint.state(team, one.prosecutor())).isEqualTo(done.get(0) ? "in_force" : "ended");
  }

  @Test
  void onlyProsecutorsOfTheNewcomerAnswer() {
    propose(third);
    sign(other);
    SignedIn prosecutor = scenes.colleague(office(third), Role.PROSECUTOR);
    assertThat(joint.invitations().open(team, prosecutor).called()).startsWith("JIT-");
    refused(
        "joint.refused.investigation",
        () -> joint.invitations().sign(team, third.id(), Set.of(), prosecutor));
    joins(third);
    hidden(() -> joint.teams().open(team, prosecutor));
  }
}
