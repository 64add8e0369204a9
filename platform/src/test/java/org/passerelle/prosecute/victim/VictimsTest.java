package org.passerelle.prosecute.victim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditReader;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.transfer.TransferScenes;
import org.passerelle.protect.sharing.transfer.Transfers;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/** Decision 0141: care data enter on a basis, and end with it; the number stays. */
@OnBothDatabases
class VictimsTest {
  @Parameter House house;

  @Test
  void aCaseEntersOnABasisForThisPurposeOnly() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "prosecutor");
    SignedIn prosecutor =
        new Scenes(house).colleague(scene.recipient().organisation(), Role.PROSECUTOR);
    UUID id = new Scenes(house).begun(prosecutor).id();
    UUID other = scenes.consent(scene, Set.of("case", "narrative"), "adult", null);
    UUID narrow = scenes.consent(scene, "prosecution", Set.of("narrative"), "adult", null);
    assertThat(victims().offered(id, prosecutor))
        .as("neither another purpose, nor a basis without the coded facts")
        .isEmpty();
    for (UUID basis : Set.of(other, narrow, UUID.randomUUID())) {
      assertThatThrownBy(() -> victims().enter(id, basis, prosecutor)).isInstanceOf(NotFound.class);
    }
    UUID basis = scenes.consent(scene, "prosecution", Set.of("case"), "adult", null);
    Scenes.Begun elsewhere = new Scenes(house).begun();
    assertThat(victims().offered(elsewhere.id(), elsewhere.prosecutor())).isEmpty();
    victims().enter(id, basis, prosecutor);
    Victim entered = victims().of(id, prosecutor).get(0);
    assertThat(entered.called()).isEqualTo("V-1");
    assertThat(entered.standing()).isEqualTo(Victim.Standing.HELD);
    assertThat(entered.toString()).doesNotContain("Xhemile").doesNotContain("+355");
    assertThat(entered.facts()).isNotNull();
    assertThat(victims().offered(id, prosecutor)).as("a case enters once").isEmpty();
    assertThat(house.get(Disclosures.class).of(scene.caseId())).hasSize(1);
    assertThat(house.get(AuditReader.class).entries(scene.caseId(), null, "disclosure.taken", 0, 9))
        .as("the log of the case's organisation names who took it")
        .singleElement()
        .satisfies(line -> assertThat(line.toString()).contains(prosecutor.user().toString()));
  }

  /** Rule 4: a withdrawal reaches the investigation, and what was decided stays readable. */
  @Test
  void whatEnteredIsDestroyedWithTheBasisAndTheNumberStays() {
    Scenes.Entered entered = new Scenes(house).entered(Set.of("case", "narrative"));
    UUID charge = charged(entered);
    house
        .get(Consents.class)
        .withdraw(entered.scene().caseId(), entered.basis(), entered.scene().sender());
    gone(entered, charge);
    assertThat(house.get(AuditReader.class).entries(entered.id(), null, "victim.basis-ended", 0, 9))
        .hasSize(1);
  }

  /** An erasure deletes by foreign keys; charges and their victims' numbers must survive it. */
  @Test
  void anErasedPersonLeavesANumberAndNoWayToTheCase() {
    Scenes.Entered entered = new Scenes(house).entered(Set.of("case", "narrative"));
    UUID charge = charged(entered);
    ReferralScenes scenes = new ReferralScenes(house);
    scenes.erase(entered.scene(), entered.scene().caseId());
    scenes.deliver();
    gone(entered, charge);
  }

  private UUID charged(Scenes.Entered entered) {
    SignedIn who = entered.prosecutor();
    UUID suspect = new Scenes(house).suspect(entered.id(), "Anton Grey", who);
    return house
        .get(Charges.class)
        .propose(
            entered.id(),
            new Charge.Draft(
                suspect, "trafficking-fr", new Scenes(house).today(), List.of(entered.victim())),
            who);
  }

  private void gone(Scenes.Entered entered, UUID charge) {
    assertThat(victims().of(entered.id(), entered.prosecutor()))
        .singleElement()
        .satisfies(
            victim -> {
              assertThat(victim.called()).isEqualTo("V-1");
              assertThat(victim.standing()).isEqualTo(Victim.Standing.ENDED);
              assertThat(victim.facts()).isNull();
            });
    assertThat(house.get(Vault.class).holds(entered.victim())).isFalse();
    assertThat(
            house
                .db()
                .sql(
                    """
                    select count(*) from investigation_victim
                     where id = :id and case_id is null and basis is null and facts is null
                    """)
                .param("id", entered.victim())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(house.get(Charges.class).of(entered.id(), entered.prosecutor()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.id()).isEqualTo(charge);
              assertThat(one.victims()).containsExactly(entered.victim());
            });
  }

  /** A basis may stop holding without an event: its period is over. */
  @Test
  void aBasisThatDoesNotHoldTodayShowsNothing() {
    Scenes.Entered entered = new Scenes(house).entered(Set.of("case"));
    house.clock().pass(Duration.ofDays(200));
    assertThat(victims().of(entered.id(), entered.prosecutor()))
        .singleElement()
        .satisfies(
            victim -> {
              assertThat(victim.standing()).isEqualTo(Victim.Standing.BLOCKED);
              assertThat(victim.facts()).isNull();
            });
    assertThatThrownBy(
            () -> victims().takeSuspect(entered.id(), entered.victim(), 0, 1, entered.prosecutor()))
        .isInstanceOf(NotFound.class);
  }

  /**
   * The basis goes along with the case: the investigation keeps what it has, and from then on the
   * new team withdraws it.
   */
  @Test
  void anEnteredCaseThatIsTransferredStaysUntilItsNewTeamWithdraws() {
    Scenes.Entered entered = new Scenes(house).entered(Set.of("case"));
    UUID charge = charged(entered);
    Victim before = only(entered);
    UUID caseId = entered.scene().caseId();
    SignedIn receives = new ReferralScenes(house).scene("RS", "ngo", "RS", "ngo").sender();
    SignedIn lead = new Scenes(house).colleague(receives.organisation(), Role.CASE_MANAGER);
    ReferralScenes.Scene between =
        new ReferralScenes.Scene(entered.scene().sender(), receives, caseId);
    UUID transfer = new TransferScenes(house, between).proposed();
    house.get(Transfers.class).accept(transfer, lead.user(), lead);
    assertThat(house.get(Cases.class).find(caseId, lead).organisation())
        .isEqualTo(receives.organisation());
    assertThat(only(entered)).isEqualTo(before);
    assertThat(before.standing()).isEqualTo(Victim.Standing.HELD);
    assertThat(victims().offered(entered.id(), entered.prosecutor())).as("once").isEmpty();
    assertThatThrownBy(
            () ->
                house
                    .get(Consents.class)
                    .withdraw(caseId, entered.basis(), entered.scene().sender()))
        .as("the team that gave it away")
        .isInstanceOf(NotFound.class);
    house.get(Consents.class).withdraw(caseId, entered.basis(), lead);
    gone(entered, charge);
  }

  /** Rule: nothing goes to authorities of the country of origin while asylum is possible. */
  @Test
  void whileAsylumIsPossibleTheCountryOfOriginReadsNothing() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "AL", "prosecutor");
    Scenes.Entered entered = new Scenes(house).entered(scene, Set.of("case", "narrative"));
    SignedIn who = entered.prosecutor();
    UUID suspect = new Scenes(house).suspect(entered.id(), "Anton Grey", entered.victim(), who);
    asylum(scene.caseId(), "pending");
    flagged(scene.caseId());
    assertThat(only(entered).standing()).isEqualTo(Victim.Standing.BLOCKED);
    assertThat(only(entered).facts()).isNull();
    assertThat(only(entered).suspects()).isEmpty();
    assertThat(fromCase(entered, suspect)).as("not even the flag").isFalse();
    asylum(scene.caseId(), "none");
    assertThat(only(entered).standing()).isEqualTo(Victim.Standing.HELD);
    assertThat(only(entered).facts()).isNotNull();
    assertThat(fromCase(entered, suspect)).isTrue();
    for (String asylum : List.of("not_asked", "possible", "pending", "granted")) {
      UUID other = ReferralScenes.file().asylum(asylum).open(house, scene.sender());
      UUID basis =
          scenes.consent(
              new ReferralScenes.Scene(scene.sender(), scene.recipient(), other),
              "prosecution",
              Set.of("case"),
              "adult",
              null);
      assertThat(victims().offered(entered.id(), who)).as(asylum).isEmpty();
      assertThatThrownBy(() -> victims().enter(entered.id(), basis, who))
          .as(asylum)
          .isInstanceOf(NotFound.class);
    }
  }

  private boolean fromCase(Scenes.Entered entered, UUID suspect) {
    Suspects suspects = house.get(Suspects.class);
    SignedIn who = entered.prosecutor();
    return suspects.fromCase(entered.id(), suspects.find(entered.id(), suspect, who), who);
  }

  private void asylum(UUID caseId, String code) {
    house
        .db()
        .sql("update protect_case set asylum = :code where id = :id")
        .param("code", code)
        .param("id", caseId)
        .update();
  }

  private void flagged(UUID caseId) {
    house
        .db()
        .sql("update protect_case set non_punishment = true where id = :id")
        .param("id", caseId)
        .update();
  }

  private Victim only(Scenes.Entered entered) {
    List<Victim> victims = victims().of(entered.id(), entered.prosecutor());
    assertThat(victims).hasSize(1);
    return victims.get(0);
  }

  @Test
  void theTeamEndsAnEntryAndSomebodyWithoutACaseIsCodesAlone() {
    Scenes.Entered entered = new Scenes(house).entered(Set.of("case"));
    victims().end(entered.id(), entered.victim(), entered.prosecutor());
    assertThat(house.get(Vault.class).holds(entered.victim())).isFalse();
    assertThat(victims().offered(entered.id(), entered.prosecutor()))
        .as("the basis holds, so the case may enter again, under another number")
        .hasSize(1);
    victims()
        .enterOwn(
            entered.id(),
            new Victim.Facts("labour", "FR", null, null, List.of(), new Scenes(house).today()),
            entered.prosecutor());
    assertThat(victims().of(entered.id(), entered.prosecutor()))
        .extracting(Victim::called, Victim::standing)
        .containsExactly(tuple("V-1", Victim.Standing.ENDED), tuple("V-2", Victim.Standing.OWN));
  }

  private Victims victims() {
    return house.get(Victims.class);
  }
}
