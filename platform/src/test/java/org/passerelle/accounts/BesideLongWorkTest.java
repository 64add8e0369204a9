package org.passerelle.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.OnBothDatabases;

/** Whoever signs in waits for no work, however long it holds what it works on. */
@OnBothDatabases
@Tag("slow")
class BesideLongWorkTest {
  @Parameter House house;

  @Test
  void somebodySignsInWhileLongWorkHoldsItsRowsAndItsLines() {
    UUID organisation = Staff.organisation(house).id();
    SignedIn who = house.colleague(organisation, Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").named("Arta B.").asylum("none").open(house, who);
    boolean came =
        house.inTransaction(
            () -> {
              house.get(NamedLock.class).acquire("persons " + who.user());
              house
                  .db()
                  .sql("update protect_case set changed_at = changed_at where id = :id")
                  .param("id", file)
                  .update();
              house.get(AuditLog.class).write(who, "case.read", "case", file, Map.of());
              // the work goes on until somebody has come in
              return CompletableFuture.supplyAsync(
                      () ->
                          Member.in(house, organisation, Role.CASE_MANAGER)
                                  .browser()
                                  .get("/")
                                  .status()
                              == 200)
                  .orTimeout(60, TimeUnit.SECONDS)
                  .join();
            });
    assertThat(came).isTrue();
  }
}
