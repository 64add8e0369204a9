package org.passerelle.protect.casework.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Bulk changes of cases, and their undo. */
@OnBothDatabases
@Tag("postgresql")
class BulkChangesTest {
  @Parameter House house;
  private SignedIn manager;

  @BeforeEach
  void somebody() {
    manager = house.somebody(Role.CASE_MANAGER);
  }

  @Test
  void manyCasesAreChangedAndRestored() {
    UUID one = open("RS", "A", manager);
    UUID two = open("AL", "B", manager);
    house.get(CaseStates.class).close(two, "other", manager);
    BulkChanges bulk = house.get(BulkChanges.class);
    BulkChanges.Wish close = new BulkChanges.Wish("close", null, "goals_reached", "", null);
    List<UUID> foreign = List.of(one, two, open("RS", "C", house.somebody(Role.CASE_MANAGER)));
    assertThat(bulk.preview(close, foreign, manager))
        .extracting(BulkChanges.Preview::problem)
        .containsExactly("", "cases.bulk.closed");
    UUID change = bulk.run(close, foreign, manager);
    assertThat(state(one)).isEqualTo("closed");
    assertThatThrownBy(
            () -> bulk.find(change, house.colleague(manager.organisation(), Role.SUPERVISOR)))
        .isInstanceOf(NotFound.class);
    assertThat(bulk.undo(change, manager)).isEmpty();
    assertThat(state(one)).isEqualTo("signal");
    assertThat(state(two)).isEqualTo("closed");
    assertThatThrownBy(() -> bulk.undo(change, manager)).isInstanceOf(Refused.class);
    UUID task =
        bulk.run(
            new BulkChanges.Wish("task", null, "other", "Call", house.clock().instant()),
            List.of(one),
            manager);
    assertThat(house.get(CaseTasks.class).openTasks(one, manager)).hasSize(1);
    house.clock().pass(Duration.ofMinutes(61));
    assertThatThrownBy(() -> bulk.undo(task, manager)).isInstanceOf(Refused.class);
  }

  private String state(UUID id) {
    return house.get(Cases.class).find(id, manager).state().code();
  }

  private UUID open(String country, String pseudonym, SignedIn who) {
    return SomeCase.in(country).named("Xhemile Testova").knownAs(pseudonym).open(house, who);
  }
}
