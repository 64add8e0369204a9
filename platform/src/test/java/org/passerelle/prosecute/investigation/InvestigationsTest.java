package org.passerelle.prosecute.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditReader;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.measure.Asset;
import org.passerelle.prosecute.measure.Assets;
import org.passerelle.prosecute.measure.Measures;
import org.passerelle.prosecute.suspect.ActorsToSuspects;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.prosecute.suspect.Traits;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Decision 0140: an investigation exists for its team alone. */
@OnBothDatabases
class InvestigationsTest {
  @Parameter House house;

  @Test
  void onlyItsTeamSeesItAndNothingOfItIsReadableAtRest() {
    Scenes.Begun begun = new Scenes(house).begun();
    UUID organisation = begun.prosecutor().organisation();
    List<SignedIn> others =
        List.of(
            new Scenes(house).colleague(organisation, Role.PROSECUTOR, Role.INVESTIGATOR),
            new Scenes(house).colleague(organisation, Role.SUPERVISOR, Role.CASE_MANAGER),
            new Scenes(house).colleague(organisation, Role.ADMINISTRATOR),
            new Scenes(house).begun().prosecutor());
    for (SignedIn other : others) {
      for (Map.Entry<String, ThrowingCallable> way : ways(begun.id(), other).entrySet()) {
        assertThatThrownBy(way.getValue())
            .as(way.getKey() + " by " + other.roles())
            .isInstanceOf(NotFound.class);
      }
      assertThat(investigations().numbers(true, other)).doesNotContainKey(begun.id());
    }
    byte[] words =
        house
            .db()
            .sql("select words from investigation where id = :id")
            .param("id", begun.id())
            .query(byte[].class)
            .single();
    assertThat(new String(words, StandardCharsets.ISO_8859_1)).doesNotContain("quay");
    assertThat(investigations().open(begun.id(), "title", begun.prosecutor()).words().title())
        .isEqualTo("The quay ring");
    assertThat(house.get(AuditReader.class).entries(begun.id(), null, "investigation.read", 0, 9))
        .hasSize(1);
  }

  /** Every way in that a service of the room offers. */
  private Map<String, ThrowingCallable> ways(UUID id, SignedIn who) {
    UUID any = UUID.randomUUID();
    return Map.ofEntries(
        Map.entry("open", () -> investigations().open(id, "title", who)),
        Map.entry("close", () -> investigations().close(id, "judged", today(), who)),
        Map.entry("suspend", () -> investigations().suspend(id, true, who)),
        Map.entry("change", () -> investigations().change(id, draft(), 1, who)),
        Map.entry("team", () -> team().of(id, who)),
        Map.entry("join", () -> team().add(id, who.user(), null, who)),
        Map.entry("leave", () -> team().remove(id, who.user(), who)),
        Map.entry("timeline", () -> house.get(Timeline.class).newest(id, 9, who)),
        Map.entry("note", () -> house.get(Timeline.class).note(id, today(), "x", who)),
        Map.entry("tasks", () -> house.get(Tasks.class).of(id, who)),
        Map.entry("task", () -> house.get(Tasks.class).add(id, "x", null, null, who)),
        Map.entry("networks", () -> house.get(NetworkLinks.class).of(id, who)),
        Map.entry("victims", () -> house.get(Victims.class).of(id, who)),
        Map.entry("offers", () -> house.get(Victims.class).offered(id, who)),
        Map.entry("suspects", () -> house.get(Suspects.class).of(id, who)),
        Map.entry("suspect", () -> house.get(Suspects.class).open(id, any, who)),
        Map.entry("actors", () -> house.get(ActorsToSuspects.class).offered(id, who)),
        Map.entry("traits", () -> house.get(Traits.class).of(id, any, who)),
        Map.entry("charges", () -> house.get(Charges.class).of(id, who)),
        Map.entry(
            "propose",
            () ->
                house
                    .get(Charges.class)
                    .propose(id, new Charge.Draft(any, "x", today(), List.of()), who)),
        Map.entry("measures", () -> house.get(Measures.class).of(id, who)),
        Map.entry("assets", () -> house.get(Assets.class).of(id, who)),
        Map.entry(
            "asset",
            () ->
                house
                    .get(Assets.class)
                    .enter(id, new Asset.Draft("cash", null, null, "EUR", "FR", "x"), who)));
  }

  @Test
  void anInvestigatorWorksAndAProsecutorDecides() {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn investigator =
        new Scenes(house).colleague(begun.prosecutor().organisation(), Role.INVESTIGATOR);
    team().add(begun.id(), investigator.user(), null, begun.prosecutor());
    UUID task =
        house
            .get(Tasks.class)
            .add(begun.id(), "Read the log", investigator.user(), null, investigator);
    house.get(Tasks.class).done(begun.id(), task, true, investigator);
    assertThat(house.get(Tasks.class).of(begun.id(), investigator))
        .singleElement()
        .satisfies(one -> assertThat(one.doneBy()).isEqualTo(investigator.user()));
    assertThatThrownBy(() -> investigations().begin(draft(), investigator))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> investigations().suspend(begun.id(), true, investigator))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> team().add(begun.id(), investigator.user(), null, investigator))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void nothingIsEnteredInAClosedOneUntilItIsTakenUpAgain() {
    Scenes.Begun begun = new Scenes(house).begun();
    investigations().close(begun.id(), "judged", today(), begun.prosecutor());
    Tasks tasks = house.get(Tasks.class);
    assertThatThrownBy(() -> tasks.add(begun.id(), "x", null, null, begun.prosecutor()))
        .isInstanceOf(Refused.class);
    assertThat(investigations().numbers(false, begun.prosecutor())).isEmpty();
    assertThatThrownBy(() -> investigations().suspend(begun.id(), true, begun.prosecutor()))
        .as("a stale page does not take it up again")
        .isInstanceOf(Refused.class);
    assertThat(investigations().open(begun.id(), "title", begun.prosecutor()).closed()).isTrue();
    investigations().suspend(begun.id(), false, begun.prosecutor());
    assertThat(tasks.add(begun.id(), "x", null, null, begun.prosecutor())).isNotNull();
  }

  @Test
  void ofTwoWhoChangeItTheSecondIsTold() {
    Scenes.Begun begun = new Scenes(house).begun();
    investigations().change(begun.id(), draft(), 1, begun.prosecutor());
    assertThatThrownBy(() -> investigations().change(begun.id(), draft(), 1, begun.prosecutor()))
        .isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void numbersAreGivenOnceEvenToEightAtOnce() throws Exception {
    SignedIn prosecutor = new Scenes(house).begun().prosecutor();
    AtOnce.all(
        IntStream.range(0, 8)
            .<Callable<UUID>>mapToObj(i -> () -> investigations().begin(draft(), prosecutor))
            .toList());
    assertThat(investigations().numbers(true, prosecutor).values())
        .hasSize(9)
        .doesNotHaveDuplicates()
        .allMatch(number -> number.matches("[0-9]{2}-[1-9]"));
  }

  @Test
  void aMembershipEndsByTheClock() {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn expert =
        new Scenes(house).colleague(begun.prosecutor().organisation(), Role.INVESTIGATOR);
    team()
        .add(
            begun.id(),
            expert.user(),
            house.clock().instant().plus(Duration.ofHours(2)),
            begun.prosecutor());
    assertThat(investigations().numbers(true, expert)).hasSize(1);
    house.clock().pass(Duration.ofHours(3));
    assertThat(investigations().numbers(true, expert)).isEmpty();
    assertThatThrownBy(() -> investigations().open(begun.id(), "title", expert))
        .isInstanceOf(NotFound.class);
    team().add(begun.id(), expert.user(), null, begun.prosecutor());
    assertThat(investigations().numbers(true, expert)).hasSize(1);
  }

  @Test
  void aProsecutorStaysOnTheTeam() throws Exception {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn prosecutor = begun.prosecutor();
    SignedIn second = new Scenes(house).colleague(prosecutor.organisation(), Role.PROSECUTOR);
    SignedIn investigator =
        new Scenes(house).colleague(prosecutor.organisation(), Role.INVESTIGATOR);
    team().add(begun.id(), investigator.user(), null, prosecutor);
    assertThatThrownBy(() -> team().remove(begun.id(), prosecutor.user(), prosecutor))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                team()
                    .add(
                        begun.id(),
                        prosecutor.user(),
                        house.clock().instant().plus(Duration.ofDays(1)),
                        prosecutor))
        .isInstanceOf(Refused.class);
    team().add(begun.id(), second.user(), null, prosecutor);
    List<Callable<Boolean>> leaving = new ArrayList<>();
    for (SignedIn one : List.of(prosecutor, second)) {
      leaving.add(
          () -> {
            try {
              team().remove(begun.id(), one.user(), one);
              return true;
            } catch (Refused last) {
              return false;
            }
          });
    }
    assertThat(AtOnce.all(leaving)).as("of two who leave at once one stays").containsOnlyOnce(true);
    SignedIn outsider = new Scenes(house).begun().prosecutor();
    SignedIn left = investigations().numbers(true, second).isEmpty() ? prosecutor : second;
    assertThatThrownBy(() -> team().add(begun.id(), outsider.user(), null, left))
        .isInstanceOf(Refused.class);
  }

  private Investigations investigations() {
    return house.get(Investigations.class);
  }

  private InvestigationTeam team() {
    return house.get(InvestigationTeam.class);
  }

  private Investigation.Draft draft() {
    return new Scenes(house).draft("Another one");
  }

  private LocalDate today() {
    return new Scenes(house).today();
  }
}
