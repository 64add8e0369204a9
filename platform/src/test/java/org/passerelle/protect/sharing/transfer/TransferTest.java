package org.passerelle.protect.sharing.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.person.Persons;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A case moves with everything when the other organisation accepts, and to nobody else. */
@OnBothDatabases
class TransferTest {
  @Parameter House house;
  private TransferScenes scenes;

  @BeforeEach
  void twoOrganisations() {
    scenes = new TransferScenes(house);
  }

  @Test
  void acceptanceMovesTheCaseToItsNewLead() {
    String code = house.get(Cases.class).find(scenes.caseId(), scenes.sender()).code();
    house
        .get(CaseTasks.class)
        .task(
            scenes.caseId(),
            "other",
            "Call the school",
            soon(),
            scenes.sender().user(),
            scenes.sender());
    UUID id = scenes.proposed();
    assertThat(sees(scenes.sender())).isTrue();
    assertThat(sees(scenes.taker())).isFalse();
    scenes.transfers().accept(id, scenes.taker().user(), scenes.taker());
    assertThat(sees(scenes.sender())).isFalse();
    var file = house.get(Cases.class).find(scenes.caseId(), scenes.taker());
    assertThat(file.code()).isEqualTo(code);
    assertThat(file.lead()).isEqualTo(scenes.taker().user());
    assertThat(file.organisation()).isEqualTo(scenes.there());
    assertThat(house.get(Persons.class).identity(file.person().id(), scenes.taker()).names())
        .isNotEmpty();
    assertThat(
            house.get(CaseTasks.class).openTasks(scenes.caseId(), scenes.taker()).stream()
                .map(CaseTasks.Task::assigned))
        .containsOnly(scenes.taker().user());
    assertThat(journal()).contains("case.opened", "transfer.proposed", "transfer.accepted");
    assertThat(log(scenes.sender())).contains("transfer.proposed", "transfer.moved");
    assertThat(log(scenes.taker())).contains("transfer.accepted");
  }

  @Test
  void whoSeesWhat() {
    SignedIn colleague = house.colleague(scenes.sender().organisation(), Role.CASE_MANAGER);
    SignedIn chief = house.colleague(scenes.sender().organisation(), Role.SUPERVISOR);
    SignedIn chiefThere = scenes.supervisorThere();
    SignedIn stranger = house.somebody(Role.SUPERVISOR);
    UUID id = scenes.proposed();
    Transfers transfers = scenes.transfers();
    assertThat(transfers.given(scenes.sender(), 9)).extracting(Transfer::id).containsExactly(id);
    assertThat(transfers.given(chief, 9)).hasSize(1);
    assertThat(transfers.given(colleague, 9)).isEmpty();
    assertThat(transfers.toAnswer(chiefThere, 9)).hasSize(1);
    assertThat(transfers.offered(id, chiefThere).words()).contains("Friday");
    assertThat(transfers.toAnswer(stranger, 9)).isEmpty();
    assertThatThrownBy(() -> transfers.offered(id, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> transfers.offered(id, scenes.sender())).isInstanceOf(NotFound.class);
    assertThat(sees(chiefThere)).isFalse();

    transfers.accept(id, scenes.taker().user(), chiefThere);
    assertThat(sees(chiefThere)).isTrue();
    assertThat(sees(chief)).isFalse();
    assertThat(transfers.gaveAway(scenes.caseId(), scenes.sender())).isPresent();
    assertThat(transfers.gaveAway(scenes.caseId(), chief)).isPresent();
    assertThat(transfers.gaveAway(scenes.caseId(), colleague)).isEmpty();
    assertThat(transfers.gaveAway(scenes.caseId(), stranger)).isEmpty();
    assertThatThrownBy(() -> transfers.ofCase(scenes.caseId(), scenes.sender()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> transfers.words(transfers.given(chief, 9).get(0), chief))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void coordinatorsOfEitherCountrySeeThatItIsOpen() {
    SignedIn coordinator = house.colleague(scenes.there(), Role.NATIONAL_COORDINATOR);
    UUID id = scenes.proposed();
    assertThat(scenes.transfers().ofCountry(coordinator, 999))
        .extracting(Transfer::id)
        .contains(id);
    assertThat(scenes.transfers().ofCountry(scenes.sender(), 999)).isEmpty();
    assertThatThrownBy(() -> scenes.transfers().offered(id, coordinator))
        .isInstanceOf(NotFound.class);
    scenes.transfers().decline(id, "Nobody speaks her language", scenes.taker());
    assertThat(scenes.transfers().ofCountry(coordinator, 999))
        .extracting(Transfer::id)
        .doesNotContain(id);
  }

  @Test
  void onlyTheLeadOrASupervisorProposes() {
    scenes.consent();
    SignedIn colleague =
        Staff.signedIn(Staff.user(house, scenes.sender().organisation(), Role.CASE_MANAGER).user());
    house
        .get(org.passerelle.protect.casework.cases.team.CaseTeam.class)
        .add(scenes.caseId(), colleague.user(), scenes.sender());
    refused("cases.refused.not-lead", () -> propose(colleague, TransferScenes.CONSENT));
    assertThat(
            propose(
                house.colleague(scenes.sender().organisation(), Role.SUPERVISOR),
                TransferScenes.CONSENT))
        .isNotNull();
  }

  @Test
  void withoutABasisNothingIsProposed() {
    refused(
        "consent.refused.none-for-this", () -> propose(scenes.sender(), TransferScenes.CONSENT));
    new ReferralScenes(house).consent(scenes.scene, java.util.Set.of("case"), "adult", null);
    refused("consent.objection.category", () -> propose(scenes.sender(), TransferScenes.CONSENT));
    assertThat(
            propose(scenes.sender(), new StatedBasis.Choice("law", "Article 12 of the act", null)))
        .isNotNull();
  }

  @Test
  void anotherCountryGetsItByAHandOver() {
    TransferScenes abroad =
        new TransferScenes(house, new ReferralScenes(house).scene("RS", "ngo", "AL", "ngo"));
    refused(
        "transfer.refused.other-country",
        () ->
            abroad
                .transfers()
                .propose(
                    abroad.caseId(),
                    new Transfer.Draft(abroad.there(), "legal_aid", "She moves"),
                    new StatedBasis.Choice("law", "Article 12 of the act", null),
                    abroad.sender()));
  }

  @Test
  void oneAtATimeAndEitherSideMaySayNo() {
    UUID id = scenes.proposed();
    refused("transfer.refused.open", scenes::propose);
    scenes.transfers().withdraw(id, scenes.sender());
    refused("transfer.refused.over", () -> accept(id));
    UUID again = scenes.propose();
    scenes.transfers().decline(again, "Nobody speaks her language", scenes.taker());
    refused("transfer.refused.over", () -> accept(again));
    assertThat(scenes.transfers().ofCase(scenes.caseId(), scenes.sender()))
        .extracting(Transfer::state)
        .containsExactlyInAnyOrder("withdrawn", "declined");
    Transfer declined =
        scenes.transfers().ofCase(scenes.caseId(), scenes.sender()).stream()
            .filter(t -> t.state().equals("declined"))
            .findFirst()
            .orElseThrow();
    assertThat(scenes.transfers().answer(declined, scenes.sender())).contains("language");
  }

  @Test
  void aCaseManagerTakesItForThemselvesAlone() {
    UUID id = scenes.proposed();
    SignedIn colleague = scenes.worker(Role.CASE_MANAGER);
    assertThatThrownBy(() -> scenes.transfers().accept(id, colleague.user(), scenes.taker()))
        .isInstanceOf(NotFound.class);
    scenes.transfers().accept(id, colleague.user(), scenes.supervisorThere());
    assertThat(sees(colleague)).isTrue();
    assertThat(sees(scenes.taker())).isFalse();
  }

  @Test
  void withdrawalEndsIt() {
    UUID consent = scenes.consent();
    UUID id = scenes.propose();
    house.get(Consents.class).withdraw(scenes.caseId(), consent, scenes.sender());
    assertThat(scenes.transfers().toAnswer(scenes.taker(), 9)).isEmpty();
    refused("transfer.refused.over", () -> accept(id));
    assertThat(journal()).contains("transfer.ended");
    assertThat(
            house
                .db()
                .sql("select count(*) from outbox_message where order_key = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void timeEndsItsBasisAndItsPatience() {
    UUID id = scenes.proposed();
    assertThat(dues()).contains("transfer");
    house.clock().pass(Duration.ofDays(4));
    house.get(TransferEnds.class).check();
    assertThat(journal()).contains("transfer.overdue");
    assertThat(scenes.transfers().toAnswer(scenes.taker(), 9)).hasSize(1);
    house.clock().pass(Duration.ofDays(365));
    house.get(TransferEnds.class).check();
    refused("transfer.refused.over", () -> accept(id));
    assertThat(dues()).doesNotContain("transfer");
  }

  private UUID propose(SignedIn who, StatedBasis.Choice on) {
    return scenes
        .transfers()
        .propose(
            scenes.caseId(), new Transfer.Draft(scenes.there(), "legal_aid", "She moves"), on, who);
  }

  private void accept(UUID id) {
    scenes.transfers().accept(id, scenes.taker().user(), scenes.taker());
  }

  private static void refused(
      String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.key()).isEqualTo(key));
  }

  private boolean sees(SignedIn who) {
    return house.get(CaseSight.class).sees(scenes.caseId(), who);
  }

  private Instant soon() {
    return house.clock().instant().plus(Duration.ofDays(2));
  }

  private List<String> journal() {
    return house
        .db()
        .sql("select kind from case_event where case_id = :id")
        .param("id", scenes.caseId())
        .query(String.class)
        .list();
  }

  private List<String> dues() {
    return house
        .db()
        .sql("select kind from case_due where case_id = :id")
        .param("id", scenes.caseId())
        .query(String.class)
        .list();
  }

  private List<String> log(SignedIn who) {
    return house
        .db()
        .sql("select action from audit_entry where subject = :id and organisation = :organisation")
        .param("id", scenes.caseId())
        .param("organisation", who.organisation())
        .query(String.class)
        .list();
  }
}
