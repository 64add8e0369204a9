package org.passerelle.prosecute.suspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.accounts.Users;
import org.passerelle.approval.Approvals;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What a case named is shown only while its basis holds, whoever acts in between. */
@OnBothDatabases
class WithheldTest {
  @Parameter House house;

  private Suspects suspects() {
    return house.get(Suspects.class);
  }

  private static void refused(ThrowingCallable act, String key) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessage(key);
  }

  /** Decision 0141, for those whom the case suspects as for the victim. */
  @Test
  void whileTheBasisDoesNotHoldNobodyWhomTheCaseNamedIsShownOrFound() {
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "AL", "prosecutor");
    new Scenes(house).names(scene, "Boris Amber", "+33 6 00 00 00 16");
    Scenes.Entered entered = new Scenes(house).entered(scene, Set.of("case", "narrative"));
    SignedIn who = entered.prosecutor();
    UUID id = entered.id();
    UUID boris = suspects().enterNamed(id, entered.victim(), 0, 1, "not known", who);
    UUID own = new Scenes(house).suspect(id, "Anton Grey", who);
    Traits traits = house.get(Traits.class);
    Suspect before = suspects().find(id, boris, who);
    asylum(scene.caseId(), "pending");
    Suspect hidden = suspects().find(id, boris, who);
    assertThat(hidden.identity()).isNull();
    assertThat(hidden.withheld()).isTrue();
    assertThat(suspects().of(id, who))
        .extracting(Suspect::withheld, one -> one.identity() == null)
        .containsExactly(tuple(true, true), tuple(false, false));
    assertThat(traits.of(id, boris, who)).isEmpty();
    assertThat(traits.search("phone", "33600000016", who)).isEmpty();
    refused(
        () -> traits.add(id, boris, "phone", new Traits.Words("+33600000017", ""), who),
        "suspect.refused.withheld");
    refused(
        () ->
            suspects()
                .change(id, boris, Scenes.suspect("Mine", "suspect", null), before.version(), who),
        "suspect.refused.withheld");
    assertThat(suspects().find(id, own, who).identity()).isNotNull();
    asylum(scene.caseId(), "none");
    assertThat(suspects().find(id, boris, who)).isEqualTo(before);
    assertThat(traits.search("phone", "33600000016", who)).hasSize(1);
  }

  private void asylum(UUID caseId, String code) {
    house
        .db()
        .sql("update protect_case set asylum = :code where id = :id")
        .param("code", code)
        .param("id", caseId)
        .update();
  }

  /** Nobody is left with facts whose consent was withdrawn while they were being taken. */
  @Test
  void aWithdrawalSeesWhatIsBeingTaken() throws Exception {
    for (int round = 0; round < 6; round++) {
      ReferralScenes scenes = new ReferralScenes(house);
      ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "prosecutor");
      Scenes.Begun begun =
          new Scenes(house)
              .begun(
                  new Scenes(house).colleague(scene.recipient().organisation(), Role.PROSECUTOR));
      UUID basis = scenes.consent(scene, "prosecution", Set.of("case"), "adult", null);
      Callable<Boolean> enters =
          () -> {
            try {
              house.get(Victims.class).enter(begun.id(), basis, begun.prosecutor());
              return true;
            } catch (Refused | NotFound withdrawn) {
              return false;
            }
          };
      Callable<Boolean> withdraws =
          () -> {
            house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
            return true;
          };
      AtOnce.all(List.of(enters, withdraws));
      assertThat(house.get(Victims.class).of(begun.id(), begun.prosecutor()))
          .extracting(Victim::standing)
          .allMatch(Victim.Standing.ENDED::equals);
    }
  }

  @Test
  void aStaleListEntersNobodyElse() {
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "prosecutor");
    for (String name : List.of("Boris Amber", "Igor Stone", "Oleg Reed")) {
      new Scenes(house).names(scene, name, "");
    }
    Scenes.Entered entered = new Scenes(house).entered(scene, Set.of("case", "narrative"));
    SignedIn who = entered.prosecutor();
    suspects().enterNamed(entered.id(), entered.victim(), 0, 3, "not known", who);
    refused(
        () -> suspects().enterNamed(entered.id(), entered.victim(), 1, 3, "not known", who),
        "suspect.refused.named");
    assertThat(suspects().of(entered.id(), who)).hasSize(1);
  }

  @Test
  void onlyAChargeMakesSomebodyChargedAndItsWithdrawalEndsThat() {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn who = begun.prosecutor();
    UUID id = begun.id();
    refused(
        () -> suspects().enter(id, Scenes.suspect("Anton Grey", "charged", null), who),
        "suspect.refused.charged");
    UUID suspect = new Scenes(house).suspect(id, "Anton Grey", who);
    refused(
        () -> suspects().change(id, suspect, Scenes.suspect("A", "charged", null), 1, who),
        "suspect.refused.charged");
    Charges charges = house.get(Charges.class);
    Charge.Draft draft =
        new Charge.Draft(suspect, "trafficking-fr", new Scenes(house).today(), List.of());
    UUID first = charges.propose(id, draft, who);
    UUID second = charges.propose(id, draft, who);
    charges.bring(id, first, new Scenes(house).today(), "", who);
    charges.bring(id, second, new Scenes(house).today(), "", who);
    charges.withdraw(id, first, "No evidence", who);
    assertThat(suspects().find(id, suspect, who).state()).isEqualTo("charged");
    charges.withdraw(id, second, "No evidence", who);
    assertThat(suspects().find(id, suspect, who).state()).isEqualTo("suspect");
  }

  @Test
  void whoAskedToEraseSomebodyMustStillLead() {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn who = begun.prosecutor();
    SignedIn officer =
        Staff.signedIn(Member.in(house, who.organisation(), Role.DATA_PROTECTION_OFFICER).user());
    SignedIn other = new Scenes(house).colleague(who.organisation(), Role.PROSECUTOR);
    house.get(InvestigationTeam.class).add(begun.id(), other.user(), null, who);
    UUID suspect = new Scenes(house).suspect(begun.id(), "Anton Grey", who);
    suspects().change(begun.id(), suspect, Scenes.suspect("Anton Grey", "cleared", null), 1, who);
    house.get(SuspectErasure.class).ask(begun.id(), suspect, other);
    house.get(InvestigationTeam.class).remove(begun.id(), other.user(), who);
    Approvals approvals = house.get(Approvals.class);
    UUID request = approvals.waiting("suspect.erase", suspect).orElseThrow().id();
    refused(() -> approvals.approve(officer, request, ""), "approval.refused.asker-gone");
    assertThat(suspects().find(begun.id(), suspect, who).identity()).isNotNull();
  }

  @Test
  void aMemberLeavesATeamThatNobodyLeadsAnyMore() {
    Scenes.Begun begun = new Scenes(house).begun();
    SignedIn who = begun.prosecutor();
    SignedIn investigator = new Scenes(house).colleague(who.organisation(), Role.INVESTIGATOR);
    InvestigationTeam team = house.get(InvestigationTeam.class);
    team.add(begun.id(), investigator.user(), null, who);
    refused(
        () -> team.remove(begun.id(), who.user(), who), "investigation.refused.last-prosecutor");
    SignedIn administrator = new Scenes(house).colleague(who.organisation(), Role.ADMINISTRATOR);
    house.get(Users.class).setActive(administrator, who.user(), false);
    team.remove(begun.id(), investigator.user(), investigator);
    assertThatThrownBy(() -> suspects().of(begun.id(), investigator)).isInstanceOf(NotFound.class);
  }
}
