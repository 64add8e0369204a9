package org.passerelle.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  @Test
  void whatWaitsOnABasisIsCountedAndWhatWasPutLastIsKnownByItsOrder() {
    hold();
    UUID cause = id();
    UUID thing = id();
    put(note(thing, cause, null, "a"));
    house.clock().pass(Duration.ofSeconds(1));
    UUID second = put(note(thing, cause, null, "b"));
    put(note(id(), id(), null, "c"));
    assertThat(outbox.waitingOn(List.of(cause, id()))).isEqualTo(2);
    assertThat(outbox.waitingOn(List.of())).isZero();
    assertThat(outbox.lastPut(List.of(NotesRoom.NOTE), List.of(thing, id())))
        .containsExactly(Map.entry(thing, occurred(second)));
    assertThat(outbox.lastPut(List.of("test.nobody"), List.of(thing))).isEmpty();
    assertThat(outbox.wasPut(thing, List.of(NotesRoom.NOTE))).isTrue();
    deliveries.hold(recipient, false, sender);
    deliveries.deliverDue();
    assertThat(outbox.waitingOn(List.of(cause))).as("it has left").isZero();
    assertThat(outbox.wasPut(thing, List.of(NotesRoom.NOTE))).as("it still was put").isTrue();
  }

  @Test
  void onlyWhatWasNeverTriedIsKeptForLater() {
    room.refuse(recipient, true);
    UUID thing = id();
    UUID tried = put(note(thing, null, null, "a"));
    deliveries.deliverDue();
    hold();
    UUID fresh = put(note(thing, null, null, "b"));
    Instant until = house.clock().instant().plus(Duration.ofHours(2));
    Instant before = next(tried);
    Outbox.Which which = new Outbox.Which.OfKind(thing, org(), NotesRoom.NOTE);
    assertThat(house.inTransaction(() -> outbox.keep(which, until))).containsExactly(fresh);
    assertThat(next(fresh)).isEqualTo(until);
    assertThat(next(tried)).isEqualTo(before);
  }

  /** A refusal for good ends what nothing depends on; what others depend on stays. */
  @Test
  void whatStandsAloneEndsWhenItsRecipientRefusesIt() {
    room.reject(recipient, true);
    UUID alone =
        put(new Outbox.Outgoing(NotesRoom.ALONE, 1, id(), org(), recipient, null, null, "x"));
    UUID behind = put(note("y"));
    deliveries.deliverDue();
    assertEnded(alone, Ending.UNDELIVERABLE, Ending.UNDELIVERABLE.code());
    assertThat(state(behind)).isEqualTo("queued");
    assertThat(row(behind).get("problem")).isEqualTo("RejectedMessage");
    room.reject(recipient, false);
  }

  @Test
  void whatComesAgainIsKnownAndWhatComesChangedIsSaidToBe() {
    UUID message = put(note("x"));
    deliveries.deliverDue();
    Arrivals arrivals = house.get(Arrivals.class);
    Received came = room.broughtTo(recipient).get(0);
    assertThat(came.id()).isEqualTo(message);
    assertThat(arrivals.before(came)).isEqualTo(Arrivals.Entered.BEFORE);
    assertThat(arrivals.before(with(came, id(), "x"))).isEqualTo(Arrivals.Entered.NEW);
    Received changed = with(came, message, "y");
    assertThat(house.inTransaction(() -> arrivals.take(changed)))
        .isEqualTo(Arrivals.Entered.CHANGED);
    assertThat(room.broughtTo(recipient)).as("it has no effect").hasSize(1);
  }

  private static Received with(Received one, UUID id, String payload) {
    return new Received(
        id,
        one.type(),
        one.version(),
        one.sender(),
        one.recipient(),
        one.orderKey(),
        one.occurredAt(),
        payload);
  }

  /** What has left for another node may have arrived, unless that node refused it for good. */
  @Test
  void whatHasLeftEndsAsLeftUnlessItWasRefused() {
    hold();
    UUID withdrawn = left(null);
    UUID silent = left(null);
    UUID refused = left("schema:referral.sent");
    assertThat(end(withdrawn, Ending.WITHDRAWN)).isEmpty();
    assertThat(end(silent, Ending.UNDELIVERABLE)).isEmpty();
    assertThat(end(refused, Ending.UNDELIVERABLE)).containsExactly(refused);
    assertEnded(withdrawn, Ending.LEFT, "gone");
    assertEnded(silent, Ending.LEFT, "gone");
    assertEnded(refused, Ending.UNDELIVERABLE, "gone");
  }

  /** A message that left for another node, which answered with this problem or not at all. */
  private UUID left(@Nullable String problem) {
    UUID message = put(note("x"));
    house
        .db()
        .sql("update outbox_message set left_at = :now, problem = :problem where id = :id")
        .param("now", house.clock().instant().atOffset(ZoneOffset.UTC))
        .param("problem", problem)
        .param("id", message)
        .update();
    return message;
  }

  private List<UUID> end(UUID message, Ending how) {
    UUID order = (UUID) Objects.requireNonNull(row(message).get("order_key"));
    Outbox.Which which = new Outbox.Which.OfKind(order, org(), NotesRoom.NOTE);
    return house.inTransaction(() -> outbox.end(which, how, "gone"));
  }

  /** Whoever listens may act on it in the same transaction. */
  @Test
  void whateverIsPutIsTold() {
    UUID message = put(note("x"));
    assertThat(room.wasTold(message)).isTrue();
  }
}
