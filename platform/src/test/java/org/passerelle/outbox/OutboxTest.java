package org.passerelle.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.storage.Vault;
import org.springframework.transaction.IllegalTransactionStateException;

/** A message leaves with its change, and ends in one place. */
class OutboxTest extends OutboxScene {
  @Test
  void itIsPutAndEndedOnlyWithAChange() {
    assertThatThrownBy(() -> outbox.put(note("x")))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThatThrownBy(() -> outbox.end(about(id()), Ending.ERASED, "erased"))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThatThrownBy(
            () ->
                house.inTransaction(
                    () -> {
                      outbox.put(note("x"));
                      throw new IllegalStateException("the change failed");
                    }))
        .hasMessage("the change failed");
    deliveries.deliverDue();
    assertThat(states(recipient)).isEmpty();
    assertThat(room.broughtTo(recipient)).isEmpty();
  }

  @Test
  void whatTellsOfSomebodyLiesUnderTheirKeyAndANoticeUnderTheRecipients() {
    hold();
    UUID known = id();
    house.get(Vault.class).createKey(known, sender.organisation());
    assertThat(row(put(note(id(), null, known, "a"))).get("sealed_under")).isEqualTo(known);
    assertThat(row(put(note(id(), null, id(), "b"))).get("sealed_under")).isEqualTo(recipient);
    assertThat(row(put(note("c"))).get("sealed_under")).isEqualTo(recipient);
  }

  @Test
  void whoseBasisNoLongerHoldsDoesNotLeave() {
    UUID cause = id();
    room.objectTo(cause, "expired");
    UUID message = put(note(id(), cause, null, "x"));
    UUID free = put(note(id(), null, null, "y"));
    deliveries.deliverDue();
    assertEnded(message, Ending.STOPPED, "expired");
    assertThat(room.broughtTo(recipient).stream().map(Received::id)).containsExactly(free);
  }

  @Test
  void anAdministratorSeesWhatWaitsFirstAndNeverWords() {
    room.refuse(recipient, true);
    UUID waits = put(note("x"));
    deliveries.deliverDue();
    UUID elsewhere = house.somebody(Role.CASE_MANAGER).organisation();
    house.clock().pass(Duration.ofSeconds(1));
    UUID went = put(to(elsewhere, id()));
    deliveries.deliverDue();
    List<Deliveries.Waiting> newest = deliveries.newest(1000);
    Deliveries.Waiting waiting =
        newest.stream().filter(m -> m.id().equals(waits)).findFirst().orElseThrow();
    Deliveries.Waiting gone =
        newest.stream().filter(m -> m.id().equals(went)).findFirst().orElseThrow();
    assertThat(newest.indexOf(waiting)).isLessThan(newest.indexOf(gone));
    assertThat(waiting.attempts()).isPositive();
    assertThat(waiting.nextAttempt()).isNotNull();
    assertThat(waiting.endedAt()).isNull();
    assertThat(gone.endedAt()).isNotNull();
    assertThat(gone.sender()).isEqualTo(org());
    assertThat(gone.recipient()).isEqualTo(elsewhere);
    assertThat(gone.type()).isEqualTo(NotesRoom.NOTE);
    assertThat(gone.occurredAt()).isEqualTo(occurred(went));
  }

  @Test
  void messagesEndByTheirCauseTheirSubjectOrTheirOrder() {
    hold();
    UUID cause = id();
    UUID subject = id();
    UUID thing = id();
    UUID onCause = put(note(id(), cause, id(), "a"));
    UUID about = put(note(id(), id(), subject, "b"));
    UUID ordered = put(note(thing, id(), id(), "c"));
    UUID notice = put(note(thing, null, null, "d"));
    assertThat(end(new Outbox.Which.OnCause(cause), 1)).containsExactly(onCause);
    assertThat(end(new Outbox.Which.About(Set.of(subject, id())), 1)).containsExactly(about);
    end(new Outbox.Which.About(Set.of()), 0);
    end(new Outbox.Which.OfOrder(thing, id()), 0);
    assertThat(end(new Outbox.Which.OfOrder(thing, org()), 1)).containsExactly(ordered);
    for (UUID message : List.of(onCause, about, ordered)) {
      assertEnded(message, Ending.WITHDRAWN, "withdrawn");
    }
    assertThat(state(notice)).as("a notice tells of nobody and arrives").isEqualTo("queued");
    end(new Outbox.Which.OnCause(cause), 0);
    deliveries.hold(recipient, false, sender);
    deliveries.deliverDue();
    assertThat(room.broughtTo(recipient).stream().map(Received::id)).containsExactly(notice);
    assertThat(end(new Outbox.Which.OfOrder(thing, org()), 0)).as("it has ended before").isEmpty();
  }
}
