package org.passerelle.protect.casework.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/**
 * A document assembled while its record is accepted is encrypted under the key that is valid then.
 */
@OnBothDatabases
@Tag("slow")
class PaperTurnsTest {
  @Parameter House house;
  private SignedIn leads;
  private SignedIn supervisor;
  private TestPhone phone;
  private Map<String, Object> visit;
  private UUID paper;
  private byte[] sealed;

  @BeforeEach
  void aKeptVisitWithAPaper() {
    leads = Staff.signedIn(Member.of(house, Role.CASE_MANAGER).user());
    supervisor = Staff.signedIn(Member.in(house, leads.organisation(), Role.SUPERVISOR).user());
    UUID caseId = SomeCase.in("RS").open(house, leads);
    phone = TestPhone.of(Member.in(house, leads.organisation(), Role.CASE_MANAGER));
    house.clock().pass(Duration.ofMinutes(10));
    paper = house.get(Identifiers.class).next();
    sealed = TestPhone.age(TestPaper.picture(), phone.recipient());
    visit = phone.record("follow-up", "follow-up-short", TestPhone.answers("feels_safe", "safe"));
    visit.put("about", Map.of("case", caseId.toString()));
    visit.put("papers", List.of(TestPaper.named(paper, sealed)));
    assertThat(phone.handIn(visit).status()).isEqualTo(201);
  }

  private RecordRows.Row row() {
    return house.get(RecordRows.class).find(TestPhone.idOf(visit)).orElseThrow();
  }

  @Test
  void thePaperWaitsForWhoeverTakesItsRecordOver() throws Exception {
    UUID id = TestPhone.idOf(visit);
    UUID before = row().key();
    Future<TestPhone.Answer> sent =
        house.inTransaction(
            () -> {
              house.get(KeptRecords.class).takeOver(id, leads.user(), supervisor);
              CompletableFuture<TestPhone.Answer> piece =
                  CompletableFuture.supplyAsync(() -> phone.piece(id, paper, 0, 1, sealed));
              try {
                // it continues as soon as the record is unlocked, and not before
                assertThat(piece.get(700, TimeUnit.MILLISECONDS)).isNull();
              } catch (TimeoutException waits) {
                return piece;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
              return piece;
            });
    assertThat(sent.get().status()).isEqualTo(200);
    assertThat(row().key()).isNotEqualTo(before);
    PaperRows.Paper taken = house.get(PaperRows.class).find(paper).orElseThrow();
    assertThat(taken.key()).isEqualTo(row().key());
    assertThat(
            house
                .get(Vault.class)
                .openBytes(row().key(), PaperFile.PLACE, house.get(PaperRows.class).content(paper)))
        .isNotEmpty();
  }
}
