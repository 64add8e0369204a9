package org.passerelle.prosecute.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** What would reveal somebody is searched for and never shown, and goes with the victim's entry. */
@OnBothDatabases
class ProtectedPersonsTest {
  private static final String NAME = "Milena Blue";
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private UUID id;
  private String at;

  @BeforeEach
  void anInvestigation() {
    member = Member.of(house, Role.PROSECUTOR);
    who = Staff.signedIn(member.user());
    id = new Scenes(house).begun(who).id();
    at = "/prosecute/investigations/" + id + "/protected";
  }

  private ProtectedPersons persons() {
    return house.get(ProtectedPersons.class);
  }

  private Shield shield(boolean forDefence) {
    return persons().shield(id, forDefence, who);
  }

  @Test
  void wordsAreWrittenAndNeverShownAgain() {
    RoomForms all = new RoomForms(member.browser(), at);
    assertThat(all.shown()).contains("Nobody is protected yet");
    all.isTold("This is needed to go on.", "", "kind", "witness", "hidden_from", "defence");
    all.isTold(
        "at least: shorter ones", "", "kind", "witness", "hidden_from", "defence", "words", "Al");
    all.isTold("Choose the number", "", "kind", "victim", "hidden_from", "defence", "words", NAME);
    String one =
        all.sends(
            "", "kind", "witness", "hidden_from", "defence", "words", NAME + "\r\n\r\n0612345678");
    UUID exhibit = new ExhibitScenes(house).held(id, new byte[] {65}, who);
    RoomForms person = new RoomForms(member.browser(), one);
    assertThat(person.shown()).contains("P-1", "words are searched for").doesNotContain(NAME);
    assertThat(all.shown()).contains("P-1").doesNotContain(NAME, "0612345678");
    assertThat(shield(true).revealed("she is milena blue")).contains("P-1");
    assertThat(shield(true).revealed("06 12 34 56 78")).contains("P-1");
    assertThat(shield(false).revealed(NAME)).isEmpty();
    person.sends("/words", "words", "The tall one");
    assertThat(shield(true).revealed(NAME + " and the tall one")).contains("P-1");
    assertThat(shield(true).revealed("the tall one")).contains("P-1");
    person.sends("/exhibits", "exhibits", exhibit.toString());
    assertThat(person.shown()).contains("value=\"" + exhibit + "\" checked");
    assertThat(shield(true).identified(exhibit)).contains("P-1");
    person.sends("/exhibits");
    assertThat(shield(true).identified(exhibit)).isEmpty();
    assertThat(new InClear(house).columns(NAME)).isEmpty();
    person.sends("/end");
    assertThat(person.shown()).contains("protection ended").doesNotContain(one + "/words");
    assertThat(shield(true).isBlind()).isTrue();
    refused(
        "protection.refused.ended", () -> persons().add(id, id(one), List.of("more words"), who));
    refused("protection.refused.ended", () -> persons().mark(id, id(one), Set.of(exhibit), who));
  }

  private static UUID id(String path) {
    return UUID.fromString(path.replaceFirst(".*/", ""));
  }

  @Test
  void theWordsGoWithTheVictimsEntryAndTheMarksStay() {
    Scenes.Entered entered = new Scenes(house).entered(Set.of("case"));
    UUID exhibit =
        new ExhibitScenes(house).held(entered.id(), new byte[] {65}, entered.prosecutor());
    UUID person =
        persons()
            .enter(entered.id(), entered.victim(), "defence", List.of(NAME), entered.prosecutor());
    persons().mark(entered.id(), person, Set.of(exhibit), entered.prosecutor());
    house.get(Victims.class).end(entered.id(), entered.victim(), entered.prosecutor());
    ProtectedPerson left = persons().find(entered.id(), person, entered.prosecutor());
    assertThat(left.searched()).isFalse();
    assertThat(left.ended()).isFalse();
    Shield shield = persons().shield(entered.id(), true, entered.prosecutor());
    assertThat(shield.isBlind()).isTrue();
    assertThat(shield.identified(exhibit)).contains("P-1");
    assertThat(
            house
                .db()
                .sql("select count(*) from protected_person where id = :id and words is not null")
                .param("id", person)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void onlyTheTeamSeesAndOnlyAProsecutorEnds() {
    UUID person = persons().enter(id, null, "everybody", List.of(NAME), who);
    SignedIn investigator = new Scenes(house).colleague(who.organisation(), Role.INVESTIGATOR);
    house.get(InvestigationTeam.class).add(id, investigator.user(), null, who);
    persons().add(id, person, List.of("another name"), investigator);
    assertThat(shield(false).revealed("Another Name")).contains("P-1");
    assertThatThrownBy(() -> persons().end(id, person, investigator)).isInstanceOf(NotFound.class);
    SignedIn outside = new Scenes(house).colleague(who.organisation(), Role.PROSECUTOR);
    assertThatThrownBy(() -> persons().of(id, outside)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> persons().mark(id, person, Set.of(UUID.randomUUID()), who))
        .isInstanceOf(NotFound.class);
    UUID other = new Scenes(house).begun(who).id();
    assertThatThrownBy(() -> persons().find(other, person, who)).isInstanceOf(NotFound.class);
  }

  private static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act).as(key).isInstanceOf(Refused.class).hasMessageContaining(key);
  }
}
