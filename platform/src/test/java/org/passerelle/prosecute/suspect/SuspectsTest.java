package org.passerelle.prosecute.suspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.approval.Approvals;
import org.passerelle.audit.AuditReader;
import org.passerelle.network.ActorKind;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.NetworkLinks;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.ForInvestigation;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;
import org.passerelle.understand.network.ActorState;
import org.passerelle.understand.network.CaseEntries;
import org.passerelle.understand.network.Changes;
import org.passerelle.understand.network.Networks;

/** Suspects: sealed, found by what they are recognised by, erased when they were cleared. */
@OnBothDatabases
class SuspectsTest {
  @Parameter House house;

  @Test
  void aNumberIsFoundInOnesOwnInvestigationsOnly() {
    Scenes scenes = new Scenes(house);
    Scenes.Begun one = scenes.begun();
    SignedIn who = one.prosecutor();
    UUID suspect = scenes.suspect(one.id(), "Anton Grey", who);
    traits().add(one.id(), suspect, "phone", new Traits.Words("+33 6 00 00 00 12", "his own"), who);
    UUID other = scenes.begun(who).id();
    UUID again = scenes.suspect(other, "A. Grey", who);
    traits().add(other, again, "phone", new Traits.Words("0033 6 00.00.00.12", ""), who);
    assertThat(traits().search("phone", "33600000012", who))
        .extracting(Traits.Found::suspect)
        .containsExactlyInAnyOrder(suspect, again);
    assertThat(traits().search("phone", "06 00 00 00 12", who))
        .as("as it is written in its country")
        .extracting(Traits.Found::suspect)
        .containsExactlyInAnyOrder(suspect, again);
    assertThat(traits().search("account", "33600000012", who)).as("another kind").isEmpty();
    SignedIn colleague = new Scenes(house).colleague(who.organisation(), Role.PROSECUTOR);
    assertThat(traits().search("phone", "33600000012", colleague)).isEmpty();
    SignedIn elsewhere = new Scenes(house).begun().prosecutor();
    assertThat(traits().search("phone", "33600000012", elsewhere)).isEmpty();
    assertThatThrownBy(() -> traits().search("phone", "+ (0)", who)).isInstanceOf(Refused.class);
    assertThat(
            house
                .get(AuditReader.class)
                .entries(who.user(), null, "suspect.searched", 0, 9)
                .toString())
        .contains("phone")
        .doesNotContain("600000012");
    assertThat(stored(suspect)).doesNotContain("Anton").doesNotContain("600000012");
  }

  private String stored(UUID suspect) {
    return String.join(
        " ",
        house
            .db()
            .sql(
                """
                select identity as sealed from suspect where id = :id
                union all select words from suspect_identifier where suspect = :id
                """)
            .param("id", suspect)
            .query((row, i) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
            .list());
  }

  @Test
  void everyLookAtOneIsLoggedAndTheSecondOfTwoChangesIsTold() {
    Scenes scenes = new Scenes(house);
    Scenes.Begun begun = scenes.begun();
    SignedIn who = begun.prosecutor();
    UUID suspect = scenes.suspect(begun.id(), "Anton Grey", who);
    suspects().open(begun.id(), suspect, who);
    assertThat(house.get(AuditReader.class).entries(begun.id(), null, "suspect.read", 0, 9))
        .hasSize(1);
    Suspect.Draft changed = Scenes.suspect("Anton Grau", "absconded", null);
    suspects().change(begun.id(), suspect, changed, 1, who);
    assertThatThrownBy(() -> suspects().change(begun.id(), suspect, changed, 1, who))
        .isInstanceOf(ChangedMeanwhile.class);
    Scenes.Begun other = scenes.begun(who);
    assertThatThrownBy(() -> suspects().open(other.id(), suspect, who))
        .as("not below another investigation")
        .isInstanceOf(NotFound.class);
  }

  /** Suspects have rights: who was cleared is erased by two persons, and the number stays. */
  @Test
  void whoWasClearedIsErasedByTwo() {
    Scenes scenes = new Scenes(house);
    Scenes.Begun begun = scenes.begun();
    SignedIn who = begun.prosecutor();
    SignedIn second =
        Staff.signedIn(Member.in(house, who.organisation(), Role.DATA_PROTECTION_OFFICER).user());
    UUID suspect = scenes.suspect(begun.id(), "Anton Grey", who);
    traits().add(begun.id(), suspect, "vehicle", new Traits.Words("AB-123-CD", ""), who);
    SuspectErasure erasure = house.get(SuspectErasure.class);
    assertThatThrownBy(() -> erasure.ask(begun.id(), suspect, who)).isInstanceOf(Refused.class);
    suspects().change(begun.id(), suspect, Scenes.suspect("Anton Grey", "cleared", null), 1, who);
    erasure.ask(begun.id(), suspect, who);
    Approvals approvals = house.get(Approvals.class);
    UUID request = approvals.waiting("suspect.erase", suspect).orElseThrow().id();
    assertThatThrownBy(() -> approvals.approve(who, request, "")).isInstanceOf(NotFound.class);
    approvals.approve(second, request, "");
    assertThat(suspects().of(begun.id(), who))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.called()).isEqualTo("S-1");
              assertThat(one.identity()).isNull();
            });
    assertThat(house.get(Vault.class).holds(suspect)).isFalse();
    assertThat(traits().search("vehicle", "ab123cd", who)).isEmpty();
  }

  /** Rule 4 for whom a case names: their name ends with the basis. */
  @Test
  void whomACaseNamesEndsWithItsBasis() {
    Scenes scenes = new Scenes(house);
    Scenes.Entered entered = scenes.entered(Set.of("case"));
    SignedIn who = entered.prosecutor();
    assertThatThrownBy(
            () -> suspects().enterNamed(entered.id(), entered.victim(), 0, 1, "not known", who))
        .as("the basis covers no suspects")
        .isInstanceOf(NotFound.class);
    UUID suspect =
        suspects()
            .enter(
                entered.id(),
                Scenes.suspect("Anton Grey", "suspect", null),
                new SuspectRows.Origin(entered.victim(), null, null),
                entered.victim(),
                who);
    traits().add(entered.id(), suspect, "phone", new Traits.Words("+33600000013", ""), who);
    house
        .get(Consents.class)
        .withdraw(entered.scene().caseId(), entered.basis(), entered.scene().sender());
    assertThat(suspects().find(entered.id(), suspect, who).identity()).isNull();
    assertThat(house.get(Vault.class).holds(suspect)).isFalse();
    assertThat(traits().of(entered.id(), suspect, who)).isEmpty();
  }

  /** Whom the case's team suspects, as far as the basis covers it, until it ends. */
  @Test
  void whomTheCaseSuspectsIsEnteredOnceAndEndsWithTheBasis() {
    Scenes scenes = new Scenes(house);
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "prosecutor");
    scenes.names(scene, "Boris Amber", "+33 6 00 00 00 16");
    scenes.names(scene, "", "112");
    Scenes.Entered entered = scenes.entered(scene, Set.of("case", "narrative"));
    SignedIn who = entered.prosecutor();
    UUID boris = named(entered, "Boris Amber");
    UUID unnamed = named(entered, "");
    assertThat(named(entered)).isEmpty();
    assertThatThrownBy(
            () -> suspects().enterNamed(entered.id(), entered.victim(), 0, 1, "not known", who))
        .as("each once")
        .isInstanceOf(NotFound.class);
    Suspect one = suspects().find(entered.id(), boris, who);
    assertThat(one.identity()).isEqualTo(Scenes.identity("Boris Amber"));
    assertThat(one.fromVictim()).isEqualTo(entered.victim());
    assertThat(one.victim()).isNull();
    assertThat(traits().search("phone", "33600000016", who))
        .extracting(Traits.Found::suspect)
        .containsExactly(boris);
    assertThat(suspects().find(entered.id(), unnamed, who).identity())
        .isEqualTo(Scenes.identity("not known"));
    assertThat(traits().of(entered.id(), unnamed, who))
        .as("three digits recognise nobody")
        .isEmpty();
    house.get(Consents.class).withdraw(scene.caseId(), entered.basis(), scene.sender());
    for (UUID suspect : List.of(boris, unnamed)) {
      assertThat(suspects().find(entered.id(), suspect, who).identity()).isNull();
      assertThat(house.get(Vault.class).holds(suspect)).isFalse();
    }
    assertThat(traits().search("phone", "33600000016", who)).isEmpty();
  }

  private List<String> named(Scenes.Entered entered) {
    return house
        .get(Victims.class)
        .of(entered.id(), entered.prosecutor())
        .get(0)
        .suspects()
        .stream()
        .map(ForInvestigation.Suspect::name)
        .toList();
  }

  private UUID named(Scenes.Entered entered, String name) {
    List<String> all = named(entered);
    return suspects()
        .enterNamed(
            entered.id(),
            entered.victim(),
            all.indexOf(name),
            all.size(),
            "not known",
            entered.prosecutor());
  }

  /** Victims of a network, by tick, by role or by their case, are never offered as suspects. */
  @Test
  void anActorBecomesASuspectUnlessAVictimOrFromACase() {
    Scenes scenes = new Scenes(house);
    Scenes.Entered entered = scenes.entered(Set.of("case", "narrative"));
    SignedIn who = entered.prosecutor();
    UUID network = house.get(Networks.class).begin("Ring", "?", null, who);
    Changes changes = house.get(Changes.class);
    UUID boss = changes.addActor(network, actor("Boris", false, "recruiter"), who);
    UUID ticked = changes.addActor(network, actor("Clara", true, ""), who);
    UUID byRole = changes.addActor(network, actor("Dana", false, "victim"), who);
    UUID fromCase =
        house
            .get(CaseEntries.class)
            .enter(
                network,
                entered.basis(),
                new CaseEntries.Words("a case", Map.of(), "suspected", "uses"),
                who);
    assertThatThrownBy(() -> actors().take(entered.id(), network, boss, who))
        .as("not linked")
        .isInstanceOf(NotFound.class);
    house.get(NetworkLinks.class).link(entered.id(), network, who);
    assertThat(actors().offered(entered.id(), who))
        .extracting(ActorsToSuspects.Offered::actor)
        .containsExactly(boss);
    for (UUID other : List.of(ticked, byRole, fromCase)) {
      assertThatThrownBy(() -> actors().take(entered.id(), network, other, who))
          .isInstanceOf(Refused.class);
    }
    UUID suspect = actors().take(entered.id(), network, boss, who);
    assertThat(suspects().find(entered.id(), suspect, who).identity())
        .isEqualTo(Scenes.identity("Boris"));
    assertThatThrownBy(() -> actors().take(entered.id(), network, boss, who))
        .as("once")
        .isInstanceOf(Refused.class);
  }

  private static ActorState actor(String label, boolean victim, String role) {
    return new ActorState(
        "",
        ActorKind.PERSON,
        label,
        victim,
        role.isEmpty() ? Map.of() : Map.of("role", List.of(role)),
        null);
  }

  private Suspects suspects() {
    return house.get(Suspects.class);
  }

  private Traits traits() {
    return house.get(Traits.class);
  }

  private ActorsToSuspects actors() {
    return house.get(ActorsToSuspects.class);
  }
}
