package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.prosecute.joint.JointScenes.done;
import static org.passerelle.prosecute.joint.JointScenes.hidden;
import static org.passerelle.prosecute.joint.JointScenes.refused;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.Custody;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.exhibit.HandOvers;
import org.passerelle.prosecute.exhibit.SharedExhibits;
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Exhibits within a joint team: read by the others, handed over under both signatures. */
@OnBothDatabases
@Tag("slow")
class JointExhibitsTest {
  private static final byte[] CONTENT = "an exhibit".getBytes(StandardCharsets.UTF_8);
  private static final CustodyWords WORDS = new CustodyWords("Office 3", "For examination");

  @Parameter House house;
  private Scenes scenes;
  private JointScenes joint;
  private Scenes.Begun one;
  private Scenes.Begun other;
  private UUID team;
  private UUID exhibit;

  @BeforeEach
  void aTeamOfTwoAndAnExhibit() {
    scenes = new Scenes(house);
    joint = new JointScenes(house);
    one = scenes.begun();
    other = scenes.begun();
    team = joint.agreed(one, other);
    exhibit = new ExhibitScenes(house).held(one.id(), CONTENT, one.prosecutor());
    new ExhibitScenes(house).key(other.prosecutor());
  }

  private JointExhibits exhibits() {
    return house.get(JointExhibits.class);
  }

  private SharedExhibits shared() {
    return house.get(SharedExhibits.class);
  }

  private HandOvers handOvers() {
    return house.get(HandOvers.class);
  }

  private void share() {
    exhibits().share(team, exhibit, one.prosecutor());
  }

  private void offer() {
    handOvers().offer(one.id(), exhibit, other.prosecutor().user(), WORDS, one.prosecutor());
  }

  private Custody.Standing standing() {
    return house.get(Custody.class).of(one.id(), exhibit, one.prosecutor());
  }

  @Test
  void othersReadWhatItIsAndWhoHeldItAndNothingElse() {
    hidden(() -> shared().open(exhibit, other.prosecutor()));
    assertThat(exhibits().of(team, other.prosecutor())).isEmpty();
    share();
    share();
    assertThat(exhibits().of(team, other.prosecutor())).hasSize(1);
    SharedExhibits.Shared read = shared().open(exhibit, other.prosecutor());
    assertThat(read.exhibit().words().title()).isEqualTo("A telephone");
    assertThat(read.standing().holder()).isEqualTo(one.prosecutor().user());
    assertThat(read.standing().lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.act()).isEqualTo("intake");
              assertThat(line.place()).as("places stay with the owner").isEmpty();
            });
    hidden(() -> shared().content(exhibit, other.prosecutor()));
    hidden(() -> shared().open(exhibit, scenes.begun().prosecutor()));
    hidden(() -> shared().open(exhibit, joint.investigator(other)));
    hidden(() -> exhibits().of(team, scenes.begun().prosecutor()));
    exhibits().end(team, exhibit, other.prosecutor());
    assertThat(exhibits().of(team, other.prosecutor())).as("not theirs to end").hasSize(1);
    exhibits().end(team, exhibit, one.prosecutor());
    hidden(() -> shared().open(exhibit, other.prosecutor()));
    share();
    assertThat(shared().open(exhibit, other.prosecutor()).own()).isFalse();
    house.get(JointTeams.class).leave(team, "Done", one.prosecutor());
    hidden(() -> shared().open(exhibit, other.prosecutor()));
  }

  @Test
  void refusesWhatCannotBeShared() {
    UUID described = new ExhibitScenes(house).described(one.id(), one.prosecutor());
    refused("joint.refused.not-held", () -> exhibits().share(team, described, one.prosecutor()));
    hidden(() -> exhibits().share(team, exhibit, other.prosecutor()));
    SignedIn investigator = joint.investigator(one);
    house.get(JointTeams.class).name(team, investigator.user(), one.prosecutor());
    hidden(() -> exhibits().share(team, exhibit, investigator));
    UUID proposed = joint.proposed(one, other);
    refused(
        "joint.refused.not-agreed", () -> exhibits().share(proposed, exhibit, one.prosecutor()));
    UUID person =
        house
            .get(ProtectedPersons.class)
            .enter(one.id(), null, "defence", List.of("Milena Blue"), one.prosecutor());
    house.get(ProtectedPersons.class).mark(one.id(), person, Set.of(exhibit), one.prosecutor());
    refused("joint.refused.protected", this::share);
  }

  /** Whoever took it over has its content, and gives it back also after the team has ended. */
  @Test
  void isHandedOverUnderBothSignaturesAndComesBackAfterTheEnd() throws Exception {
    refused("custody.refused.taker", this::offer);
    share();
    offer();
    assertThat(joint.due(other.prosecutor())).containsExactly("exhibit");
    assertThat(standing().holder()).isEqualTo(one.prosecutor().user());
    handOvers().take(one.id(), exhibit, other.prosecutor());
    assertThat(standing().holder()).isEqualTo(other.prosecutor().user());
    assertThat(joint.due(other.prosecutor())).isEmpty();
    assertThat(shared().content(exhibit, other.prosecutor()).open().readAllBytes())
        .isEqualTo(CONTENT);
    refused("custody.refused.not-holder", this::offer);
    house.get(JointTeams.class).leave(team, "Done", other.prosecutor());
    assertThat(exhibits().of(team, one.prosecutor())).isEmpty();
    assertThat(shared().kept(other.prosecutor())).hasSize(1);
    assertThat(shared().kept(other.prosecutor()).get(0).mine()).isTrue();
    assertThat(house.get(Custody.class).all(one.prosecutor()))
        .as("no gap: its holder can hand it back")
        .allMatch(Custody.Kept::signs);
    assertThat(shared().takers(exhibit, other.prosecutor()))
        .as("only to those whose it is")
        .containsExactly(one.prosecutor().user());
    handOvers().offer(one.id(), exhibit, one.prosecutor().user(), WORDS, other.prosecutor());
    handOvers().take(one.id(), exhibit, one.prosecutor());
    assertThat(standing().holder()).isEqualTo(one.prosecutor().user());
    assertThat(standing().lines())
        .extracting(Custody.Line::act)
        .containsExactly("intake", "handover", "handover");
    hidden(() -> shared().open(exhibit, other.prosecutor()));
    assertThat(shared().kept(other.prosecutor())).isEmpty();
  }

  @Test
  void anOfferEndsWithSharingForWhoeverHasNotTakenIt() {
    share();
    offer();
    exhibits().end(team, exhibit, one.prosecutor());
    hidden(() -> handOvers().take(one.id(), exhibit, other.prosecutor()));
    assertThat(joint.due(other.prosecutor())).isEmpty();
    handOvers().withdraw(one.id(), exhibit, one.prosecutor());
    share();
    offer();
    house.clock().pass(Duration.ofDays(93));
    hidden(() -> handOvers().take(one.id(), exhibit, other.prosecutor()));
    assertThat(standing().holder()).isEqualTo(one.prosecutor().user());
  }

  @Test
  void ofAllWhoAnswerAtOnceOneIsRight() throws Exception {
    share();
    offer();
    List<Boolean> done =
        AtOnce.all(
            List.<Callable<Boolean>>of(
                () -> done(() -> handOvers().take(one.id(), exhibit, other.prosecutor())),
                () -> done(() -> handOvers().take(one.id(), exhibit, other.prosecutor())),
                () -> done(() -> handOvers().refuse(one.id(), exhibit, "No", other.prosecutor())),
                () -> done(() -> handOvers().withdraw(one.id(), exhibit, one.prosecutor()))));
    assertThat(done).containsOnlyOnce(true);
    boolean taken = done.get(0) || done.get(1);
    assertThat(standing().holder())
        .isEqualTo(taken ? other.prosecutor().user() : one.prosecutor().user());
  }

  @Test
  void byItsPages() {
    Member member = Member.of(house, Role.PROSECUTOR);
    Scenes.Begun mine = scenes.begun(Staff.signedIn(member.user()));
    UUID ours = joint.agreed(one, mine);
    String at = "/prosecute/joint-teams/" + ours + "/exhibits";
    RoomForms page = new RoomForms(member.browser(), at);
    assertThat(page.shown()).contains("No exhibit is shared");
    exhibits().share(ours, exhibit, one.prosecutor());
    assertThat(page.shown()).contains("A telephone").doesNotContain(exhibit + "/end");
    String there = "/prosecute/shared-exhibits/" + exhibit;
    Browser browser = member.browser();
    assertThat(browser.get(there).body())
        .contains("A telephone", "Seal 4", "Held by")
        .doesNotContain("calls.csv", "Safe 2", "Office 3", "/content");
    assertThat(browser.get(there + "/content").status()).isEqualTo(404);
    new ExhibitScenes(house).key(mine.prosecutor());
    handOvers().offer(one.id(), exhibit, mine.prosecutor().user(), WORDS, one.prosecutor());
    assertThat(browser.get("/prosecute").body()).contains("An exhibit is offered to you");
    assertThat(browser.get("/prosecute/custody").body()).contains(there);
    browser.get(there);
    browser.post(there + "/confirm");
    member.nextCode();
    member.confirm(browser);
    assertThat(browser.get(there).body()).contains(there + "/take");
    assertThat(browser.post(there + "/take", "currentPassword", Member.PASSWORD).location())
        .isEqualTo(there);
    assertThat(browser.get(there).body())
        .contains("You hold this exhibit", there + "/content", there + "/confirm");
    assertThat(browser.whole(there + "/content").body()).isEqualTo(CONTENT);
    UUID own = new ExhibitScenes(house).held(mine.id(), CONTENT, mine.prosecutor());
    page.sends("", "exhibit", own.toString());
    assertThat(page.shown()).contains(own + "/end");
    page.sends("/" + own + "/end");
    assertThat(page.shown()).doesNotContain(own + "/end");
  }
}
