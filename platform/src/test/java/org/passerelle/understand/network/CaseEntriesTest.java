package org.passerelle.understand.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditReader;
import org.passerelle.network.Actor;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/** Rule 3: care data enter a network only under a basis for investigation, case by case. */
@OnBothDatabases
class CaseEntriesTest {
  private static final CaseEntries.Words WORDS =
      new CaseEntries.Words("a case file", Map.of(), "suspected", "uses");
  @Parameter House house;

  @Test
  void aCaseEntersOnABasisForInvestigationOnly() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "prosecutor");
    SignedIn prosecutor = house.colleague(scene.recipient().organisation(), Role.PROSECUTOR);
    UUID network = house.get(Networks.class).begin("N", "?", null, prosecutor);
    UUID other = scenes.consent(scene, Set.of("case", "narrative"), "adult", null);
    UUID narrow = scenes.consent(scene, "prosecution", Set.of("narrative"), "adult", null);
    assertThat(entries().offered(network, prosecutor))
        .as("neither another purpose, nor a basis without the coded facts")
        .isEmpty();
    for (UUID basis : Set.of(other, narrow, UUID.randomUUID())) {
      assertThatThrownBy(() -> entries().enter(network, basis, WORDS, prosecutor))
          .isInstanceOf(NotFound.class);
    }
    UUID basis = scenes.consent(scene, "prosecution", Set.of("case"), "adult", null);
    assertThat(entries().offered(network, prosecutor)).hasSize(1);
    SignedIn elsewhere = house.somebody(Role.PROSECUTOR);
    UUID foreign = house.get(Networks.class).begin("N", "?", null, elsewhere);
    assertThat(entries().offered(foreign, elsewhere)).isEmpty();
    UUID victim = entries().enter(network, basis, WORDS, prosecutor);
    Actor actor = house.get(Networks.class).open(network, prosecutor).network().actors().get(0);
    assertThat(actor.id()).isEqualTo(victim.toString());
    assertThat(actor.victim()).isTrue();
    assertThat(actor.label()).isEqualTo("V-1");
    assertThat(actor.toString()).doesNotContain("Xhemile").doesNotContain("+355");
    assertThat(entries().offered(network, prosecutor)).as("a case enters once").isEmpty();
    assertThat(house.get(Disclosures.class).of(scene.caseId()))
        .singleElement()
        .satisfies(d -> assertThat(d.recipient()).isEqualTo(prosecutor.organisation()));
    assertThat(house.get(AuditReader.class).entries(scene.caseId(), null, "disclosure.taken", 0, 9))
        .as("the log of the case's organisation names who took it")
        .singleElement()
        .satisfies(line -> assertThat(line.toString()).contains(prosecutor.user().toString()));
  }

  /** Rule 4: a withdrawal reaches the network. */
  @Test
  void whatEnteredIsDestroyedWithTheBasis() {
    Entered entered = entered();
    ReferralScenes.Scene scene = entered.scene;
    SignedIn prosecutor = entered.prosecutor;
    UUID network = entered.network;
    UUID entry =
        house
            .db()
            .sql("select id from network_entry where network = :id")
            .param("id", network)
            .query(UUID.class)
            .single();
    house.get(Consents.class).withdraw(scene.caseId(), entered.basis, scene.sender());
    OpenedNetwork left = house.get(Networks.class).open(network, prosecutor);
    assertThat(left.state().actors()).extracting(StoredActor::id).containsExactly(entered.suspect);
    assertThat(left.state().ties()).isEmpty();
    assertThat(house.get(Vault.class).holds(entry)).isFalse();
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from network_element where entry = :id and content is not null")
                .param("id", entry)
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(house.get(History.class).undo(network, prosecutor)).contains("tie.added");
    assertThat(house.get(Networks.class).open(network, prosecutor).state().actors()).hasSize(1);
  }

  /** An erased person leaves networks of other organisations, too, and these need not confirm. */
  @Test
  void anErasedPersonLeavesTheNetwork() {
    Entered entered = entered();
    ReferralScenes.Scene scene = entered.scene;
    SignedIn prosecutor = entered.prosecutor;
    UUID network = entered.network;
    house.get(Notes.class).write(network, entered.victim, "seen in May", prosecutor);
    ReferralScenes scenes = new ReferralScenes(house);
    scenes.erase(scene, scene.caseId());
    scenes.deliver();
    scenes.deliver();
    OpenedNetwork left = house.get(Networks.class).open(network, prosecutor);
    assertThat(left.state().actors()).extracting(StoredActor::id).containsExactly(entered.suspect);
    assertThat(left.state().ties()).isEmpty();
    assertThat(house.get(Notes.class).all(network, prosecutor)).isEmpty();
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from network_element where network = :id and entry is not null")
                .param("id", network)
                .query(Integer.class)
                .single())
        .isZero();
    SignedIn officer = house.colleague(scene.sender().organisation(), Role.DATA_PROTECTION_OFFICER);
    assertThat(house.get(Erasures.class).list(officer, 9).get(0).recipients())
        .singleElement()
        .satisfies(
            recipient ->
                assertThat(recipient.acknowledgedAt())
                    .as("the house destroyed it itself")
                    .isNotNull());
  }

  private CaseEntries entries() {
    return house.get(CaseEntries.class);
  }

  /** A network which a case has entered, with a suspect of its own who is tied to the victim. */
  private Entered entered() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "prosecutor");
    SignedIn prosecutor = house.colleague(scene.recipient().organisation(), Role.PROSECUTOR);
    UUID network = house.get(Networks.class).begin("N", "?", null, prosecutor);
    UUID basis = scenes.consent(scene, "prosecution", Set.of("case"), "adult", null);
    UUID victim = entries().enter(network, basis, WORDS, prosecutor);
    UUID suspect =
        house.get(Changes.class).addActor(network, NetworksTest.person("Boris"), prosecutor);
    house
        .get(Changes.class)
        .addTie(network, NetworksTest.tie(suspect, victim, "recruiter"), prosecutor);
    return new Entered(scene, prosecutor, network, basis, victim, suspect);
  }

  private record Entered(
      ReferralScenes.Scene scene,
      SignedIn prosecutor,
      UUID network,
      UUID basis,
      UUID victim,
      UUID suspect) {}
}
