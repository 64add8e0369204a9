package org.passerelle.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** Rule 7: every look is logged, and the log cannot be changed unnoticed. */
@OnBothDatabases
@Tag("postgresql")
class AuditChainTest {
  @Parameter House house;

  @Test
  void anUntouchedChainHolds() {
    write(3);
    assertThat(house.get(AuditReader.class).firstBroken()).isEmpty();
  }

  @Test
  void aChangedEntryIsNamed() {
    long last = write(3);
    touch("update audit_entry set action = 'nothing.happened' where number = :n", last);
    assertThat(house.get(AuditReader.class).firstBroken().orElseThrow().number()).isEqualTo(last);
    touch("update audit_entry set action = 'identity.read' where number = :n", last);
    assertThat(house.get(AuditReader.class).firstBroken()).isEmpty();
  }

  @Test
  void wordsOfAForgedFormNeverStandInIt() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    AuditLog log = house.get(AuditLog.class);
    for (String forged : List.of("Her shelter is at Lipov Lad", "Ана", "a\nb=c", "<b>")) {
      assertThatThrownBy(
              () -> log.write(who, "grant.tried", "grant", null, Map.of("reason", forged)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining(forged);
      assertThatThrownBy(() -> log.write(who, forged, "grant", null, Map.of()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> log.write(who, "grant.tried", forged, null, Map.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(house.get(AuditReader.class).entries(null, who.user(), "", 0, 10)).isEmpty();
  }

  @Test
  void entriesCutOffAtTheEndAreMissed() {
    write(3);
    // nobody else writes meanwhile: each waits for the head of the log
    house.inTransaction(
        () -> {
          house
              .db()
              .sql("select number from audit_head where id = 1 for update")
              .query(Long.class)
              .single();
          CompletableFuture.runAsync(this::theLastIsCutOffAndPutBack).join();
          return true;
        });
    assertThat(house.get(AuditReader.class).firstBroken()).isEmpty();
  }

  private void theLastIsCutOffAndPutBack() {
    AuditEntry cut = house.get(AuditReader.class).entries(null, null, "", 0, 1).get(0);
    long last = cut.number();
    touch("delete from audit_entry where number = :n", last);
    assertThat(house.get(AuditReader.class).firstBroken().orElseThrow().number()).isEqualTo(last);
    house
        .db()
        .sql(
            """
        insert into audit_entry (number, at, user_id, organisation, action, subject_kind, subject, detail, hash)
        values (:number, :at, :user, :organisation, :action, :kind, :subject, :detail, :hash)
        """)
        .param("number", cut.number())
        .param("at", cut.at().atOffset(java.time.ZoneOffset.UTC))
        .param("user", cut.user())
        .param("organisation", cut.organisation())
        .param("action", cut.action())
        .param("kind", cut.subjectKind())
        .param("subject", cut.subject())
        .param("detail", cut.detail())
        .param("hash", cut.hash())
        .update();
  }

  @Test
  void withoutTheLogNothingGoesOn() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    try {
      // the next number is taken, so that nobody writes
      house.db().sql("update audit_head set number = 0").update();
      long taken = entries();
      assertThatThrownBy(
              () -> house.get(AuditLog.class).write(who, "identity.read", "person", null, Map.of()))
          .isInstanceOf(AuditLog.AuditUnavailable.class);
      assertThat(entries()).isEqualTo(taken);
    } finally {
      house
          .db()
          .sql("update audit_head set number = (select max(number) from audit_entry)")
          .update();
    }
  }

  private long entries() {
    return house.db().sql("select count(*) from audit_entry").query(Long.class).single();
  }

  /** So many, by somebody who wrote nothing else; the number of the last. */
  private long write(int entries) {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    for (int i = 0; i < entries; i++) {
      house
          .get(AuditLog.class)
          .write(
              who,
              "identity.read",
              "person",
              house.get(Identifiers.class).next(),
              Map.of("case", "7UJ-HPN"));
    }
    return house.get(AuditReader.class).entries(null, who.user(), "", 0, 1).get(0).number();
  }

  private void touch(String sql, long number) {
    house.db().sql(sql).param("n", number).update();
  }
}
