package org.passerelle.protect.safeguards.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.PlatformSettings;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/**
 * An erased person is gone: keys, rows, figures; and everybody who had received something is told.
 */
@OnBothDatabases
@Tag("postgresql")
class ErasureTest {
  @Parameter House house;

  @Test
  void nothingOfAnErasedPersonStays() throws Exception {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    UUID basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    UUID guardian = scenes.person(scenes.guardian(scene, false, true));
    UUID referral = scenes.sent(scene, basis);
    scenes.deliver();
    house.get(CaseNotes.class).note(scene.caseId(), "other", "a note", scene.sender());
    UUID person = personOf(scene);
    Vault vault = house.get(Vault.class);
    assertThat(rowsThatName(List.of(person, scene.caseId(), guardian))).isNotEmpty();
    erase(scene);
    assertThat(vault.holds(person)).isFalse();
    assertThat(vault.holds(scene.caseId())).isFalse();
    assertThat(vault.holds(guardian)).isFalse();
    assertThat(rowsThatName(List.of(person, scene.caseId(), guardian, basis))).isEmpty();
    assertThatThrownBy(() -> house.get(Cases.class).find(scene.caseId(), scene.sender()))
        .isInstanceOf(NotFound.class);
    assertThat(Files.readString(house.get(PlatformSettings.class).destroyedKeys()))
        .contains(person.toString());
    // the recipient had not accepted it: it is deleted there too, and confirmed
    scenes.deliver();
    assertThatThrownBy(() -> house.get(ReceivedReferrals.class).find(referral, scene.recipient()))
        .isInstanceOf(NotFound.class);
    scenes.deliver();
    Erasures.Erasure erasure = erasures(scene).get(0);
    assertThat(erasure.recipients()).hasSize(1);
    assertThat(erasure.recipients().get(0).acknowledgedAt()).isNotNull();
    assertThat(erasure.recipients().get(0).fields()).contains("known_as");
  }

  /** The log entry is written at the commit; if it cannot be, no key may have been destroyed. */
  @Test
  void anErasureThatCannotBeLoggedDestroysNoKey() {
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "health");
    UUID person = personOf(scene);
    house.db().sql("update audit_head set number = 0").update();
    try {
      assertThatThrownBy(() -> erase(scene)).isInstanceOf(AuditLog.AuditUnavailable.class);
      assertThat(house.get(Vault.class).holds(person)).isTrue();
      assertThat(house.get(Vault.class).holds(scene.caseId())).isTrue();
    } finally {
      house
          .db()
          .sql("update audit_head set number = (select max(number) from audit_entry)")
          .update();
    }
    erase(scene);
    assertThat(house.get(Vault.class).holds(person)).isFalse();
  }

  @Test
  void whatNoForeignKeyLeadsToGoesToo() {
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "health");
    UUID file = scene.caseId();
    UUID person = personOf(scene);
    UUID change = house.get(Identifiers.class).next();
    UUID export = house.get(Identifiers.class).next();
    insert(
        """
        insert into bulk_change (id, organisation, user_id, action, at) values (:id, :organisation, :user, 'state', :at)
        """,
        change,
        scene);
    insert(
        "insert into bulk_change_case (change, case_id, before, after) values (:id, :case, 'open', 'closed')",
        change,
        scene);
    insert(
        """
        insert into case_export (id, organisation, by_user, at, format, purpose, reason, fields, persons, work)
        values (:id, :organisation, :user, :at, 'csv', 'other', :reason, '', 1, :id)
        """,
        export,
        scene);
    insert("insert into case_export_case (export, case_id) values (:id, :case)", export, scene);
    insert(
        """
        insert into retention_review (id, organisation, purpose, subject, keep_until, reason, at, by_user)
        values (:id, :organisation, 'assistance', :case, date '2030-01-01', :reason, :at, :user)
        """,
        house.get(Identifiers.class).next(),
        scene);
    insert(
        """
        insert into kept_form (user_id, page, action, subject, sealed_under, content, at)
        values (:id, '/', '/', :case, :case, :reason, :at)
        """,
        house.get(Identifiers.class).next(),
        scene);
    assertThat(rowsThatName(List.of(file)))
        .contains(
            "bulk_change_case.case_id",
            "case_export_case.case_id",
            "retention_review.subject",
            "kept_form.subject");
    erase(scene);
    assertThat(rowsThatName(List.of(person, file))).isEmpty();
  }

  private void insert(String sql, UUID id, ReferralScenes.Scene scene) {
    house
        .db()
        .sql(sql)
        .param("id", id)
        .param("case", scene.caseId())
        .param("organisation", scene.sender().organisation())
        .param("user", scene.sender().user())
        .param("at", house.clock().instant().atOffset(java.time.ZoneOffset.UTC))
        .param("reason", new byte[] {1})
        .update();
  }

  @Test
  void aRecipientDecidesAboutTheirOwnFileAndConfirms() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    UUID referral =
        scenes.sent(scene, scenes.consent(scene, Set.of("identity", "case"), "adult", null));
    scenes.deliver();
    ReceivedReferrals received = house.get(ReceivedReferrals.class);
    UUID there = received.accept(referral, scene.recipient());
    scenes.deliver();
    erase(scene);
    scenes.deliver();
    assertThat(house.get(Cases.class).find(there, scene.recipient()).id()).isEqualTo(there);
    assertThat(received.find(referral, scene.recipient()).withdrawnAt()).isNotNull();
    assertThat(erasures(scene).get(0).recipients().get(0).acknowledgedAt()).isNull();
    house
        .get(WithdrawalAnswers.class)
        .forbidden(
            referral,
            new WithdrawalAnswers.Draft("court_order", "Order 7/2026", null),
            scene.recipient());
    scenes.deliver();
    assertThat(erasures(scene).get(0).recipients().get(0).acknowledgedAt()).isNotNull();
  }

  @Test
  void whoCameBackWithARestoredCopyIsErasedAgain() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    UUID person = personOf(scene);
    UUID guardian = scenes.person(scenes.guardian(scene, false, true));
    house.get(Vault.class).destroyKey(guardian);
    // as after a restore: the key is on the list, the rows exist
    house.get(Vault.class).destroyKey(person);
    assertThat(rowsThatName(List.of(person))).isNotEmpty();
    assertThat(house.get(ErasuresAfterRestore.class).run()).isPositive();
    assertThat(rowsThatName(List.of(person, scene.caseId()))).isEmpty();
    assertThat(house.get(ErasuresAfterRestore.class).run()).isZero();
  }

  @Test
  void aDossierThatCameBackIsErasedAgain() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    UUID referral =
        scenes.sent(scene, scenes.consent(scene, Set.of("identity", "case"), "adult", null));
    scenes.deliver();
    house.get(Vault.class).destroyKey(referral);
    assertThat(house.get(ErasuresAfterRestore.class).run()).isEqualTo(1);
    assertThatThrownBy(() -> house.get(ReceivedReferrals.class).find(referral, scene.recipient()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void nothingEndsWithoutAReview() {
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "health");
    SignedIn officer = officer(scene);
    Retention retention = house.get(Retention.class);
    house.get(CaseStates.class).close(scene.caseId(), "goals_reached", scene.sender());
    assertThat(retention.due(officer, 9)).isEmpty();
    house.clock().pass(Duration.ofDays(61L * 31));
    try {
      assertThat(retention.due(officer, 9)).hasSize(1);
      Retention.Due due = retention.due(officer, 9).get(0);
      assertThat(due.subject()).isEqualTo(scene.caseId());
      // it is unchanged
      assertThat(house.get(Vault.class).holds(scene.caseId())).isTrue();
      retention.keepUntil(
          "assistance", scene.caseId(), due.ended().plusYears(9), "a trial goes on", officer);
      assertThat(retention.due(officer, 9)).isEmpty();
      assertThatThrownBy(
              () ->
                  retention.keepUntil(
                      "assistance", scene.caseId(), due.ended().plusYears(9), "again", officer))
          .isInstanceOf(NotFound.class);
    } finally {
      house.clock().pass(Duration.ofDays(-61L * 31));
    }
  }

  @Test
  void onlyTheOfficerOfTheOrganisationMayAsk() {
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "health");
    Erasures erasures = house.get(Erasures.class);
    assertThat(erasures.of(scene.caseId(), officer(scene)).person()).isEqualTo(personOf(scene));
    assertThatThrownBy(() -> erasures.of(scene.caseId(), scene.sender()))
        .isInstanceOf(NotFound.class);
    SignedIn stranger = house.somebody(Role.DATA_PROTECTION_OFFICER);
    assertThatThrownBy(() -> erasures.of(scene.caseId(), stranger)).isInstanceOf(NotFound.class);
  }

  private SignedIn officer(ReferralScenes.Scene scene) {
    return house.colleague(scene.sender().organisation(), Role.DATA_PROTECTION_OFFICER);
  }

  private UUID personOf(ReferralScenes.Scene scene) {
    return house.get(Cases.class).find(scene.caseId(), scene.sender()).person().id();
  }

  private void erase(ReferralScenes.Scene scene) {
    house
        .get(Erasures.class)
        .erase(
            personOf(scene),
            scene.sender().organisation(),
            "asked_by_person",
            house.get(Identifiers.class).next(),
            house.colleague(scene.sender().organisation(), Role.SUPERVISOR));
  }

  private List<Erasures.Erasure> erasures(ReferralScenes.Scene scene) {
    return house.get(Erasures.class).list(officer(scene), 9);
  }

  private List<String> rowsThatName(List<UUID> ids) {
    return new RowsThatName(house).of(ids);
  }
}
