package org.passerelle.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.storage.Sha256;

/** What waits arrives in order, whole, once, and never too early. */
class DeliveriesTest extends OutboxScene {
  @Test
  void itArrivesWholeAndItsWordsAreGone() {
    Outbox.Outgoing note = note("{\"words\": \"Сутра у подне\"}");
    UUID message = put(note);
    deliveries.deliverDue();
    Received arrived = room.broughtTo(recipient).get(0);
    assertThat(arrived.payload()).isEqualTo(note.payload());
    assertThat(arrived.id()).isEqualTo(message);
    assertThat(arrived.sender()).isEqualTo(sender.organisation());
    assertThat(arrived.orderKey()).isEqualTo(note.orderKey());
    assertThat(arrived.type()).isEqualTo(NotesRoom.NOTE);
    assertThat(arrived.version()).isEqualTo(3);
    assertThat(arrived.occurredAt()).isEqualTo(occurred(message));
    Map<String, Object> row = row(message);
    assertThat(row.get("state")).isEqualTo("delivered");
    assertThat((byte[]) row.get("payload")).isEmpty();
    assertThat(row.get("digest")).isEqualTo(Sha256.of(note.payload()));
    assertThat(row.get("problem")).isNull();
    assertThat(row.get("ended_at")).isNotNull();
    assertThat(room.endsOf(message))
        .containsExactly(new MessageEnded(message, Ending.DELIVERED, "delivered"));
    assertThat(lines(message)).isEmpty();
    // what arrived is entered with its digest, and never comes again
    assertThat(
            house
                .db()
                .sql("select digest from inbox_message where id = :id and type = :type")
                .param("id", message)
                .param("type", NotesRoom.NOTE)
                .query(String.class)
                .single())
        .isEqualTo(Sha256.of(note.payload()));
    house.clock().pass(Duration.ofDays(1));
    deliveries.deliverDue();
    assertThat(room.broughtTo(recipient)).hasSize(1);
  }

  @Test
  void messagesAboutOneThingArriveInOrderAndOthersDoNotWait() {
    UUID thing = id();
    room.refuse(recipient, true);
    UUID first = put(note(thing, null, null, "first"));
    deliveries.deliverDue();
    house.clock().pass(Duration.ofMillis(1));
    UUID second = put(note(thing, null, null, "second"));
    UUID elsewhere = house.somebody(Role.CASE_MANAGER).organisation();
    UUID other = put(to(elsewhere, thing));
    deliveries.deliverDue();
    assertThat(state(first)).isEqualTo("queued");
    assertThat(row(second).get("attempts")).as("it is not even tried").isEqualTo(0);
    assertThat(state(other)).isEqualTo("delivered");
    room.refuse(recipient, false);
    house.clock().pass(Duration.ofHours(1));
    deliveries.deliverDue();
    assertThat(room.broughtTo(recipient).stream().map(Received::payload))
        .containsExactly("first", "first", "second");
  }

  @Test
  void aClockThatIsSetBackChangesNoOrder() {
    hold();
    UUID thing = id();
    Instant now = house.clock().instant();
    try {
      for (int i = 0; i < 4; i++) {
        put(note(thing, null, null, "" + i));
        house.clock().set(now.minus(Duration.ofMinutes(i)));
      }
    } finally {
      house.clock().set(now);
    }
    deliveries.hold(recipient, false, sender);
    house.clock().pass(Duration.ofSeconds(1));
    deliveries.deliverDue();
    assertThat(room.broughtTo(recipient).stream().map(Received::payload))
        .containsExactly("0", "1", "2", "3");
  }

  @Test
  void oneOfTheSameMomentGoesByItsIdentifier() {
    hold();
    UUID thing = id();
    List<UUID> put = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      put.add(put(note(thing, null, null, "" + i)));
    }
    OffsetDateTime moment = house.clock().instant().atOffset(ZoneOffset.UTC);
    house
        .db()
        .sql("update outbox_message set occurred_at = :at where id in (:ids)")
        .param("at", moment)
        .param("ids", put)
        .update();
    deliveries.hold(recipient, false, sender);
    deliveries.deliverDue();
    List<UUID> ordered =
        house
            .db()
            .sql("select id from outbox_message where id in (:ids) order by id")
            .param("ids", put)
            .query(UUID.class)
            .list();
    assertThat(room.broughtTo(recipient).stream().map(Received::id))
        .containsExactlyElementsOf(ordered);
  }

  @Test
  void itWaitsTwiceAsLongAfterEachFailureUpToAnHourAndNeverGivesUp() {
    room.refuse(recipient, true);
    UUID message = put(note("x"));
    deliveries.deliverDue();
    long wait = 1;
    for (int failures = 1; failures <= 16; failures++) {
      assertThat(row(message).get("attempts")).isEqualTo(failures);
      assertThat(row(message).get("problem")).isEqualTo("IllegalStateException");
      assertThat(Duration.between(house.clock().instant(), next(message)))
          .isEqualTo(Duration.ofSeconds(wait));
      house.clock().pass(Duration.ofSeconds(wait).minusMillis(1));
      deliveries.deliverDue();
      assertThat(row(message).get("attempts")).as("not before its time").isEqualTo(failures);
      house.clock().pass(Duration.ofMillis(1));
      deliveries.deliverDue();
      wait = Math.min(3600, wait * 2);
    }
    room.refuse(recipient, false);
    house.clock().pass(Duration.ofHours(1));
    deliveries.deliverDue();
    assertThat(state(message)).isEqualTo("delivered");
  }

  @Test
  void whatWasEnteredBeforeTheProcessDiedIsNotTakenTwice() {
    hold();
    UUID message = put(note("x"));
    house
        .db()
        .sql(
            """
            insert into inbox_message (id, type, sender, recipient, digest, received_at)
            select id, type, sender, recipient, digest, occurred_at from outbox_message where id = :id
            """)
        .param("id", message)
        .update();
    deliveries.hold(recipient, false, sender);
    deliveries.deliverDue();
    assertThat(state(message)).isEqualTo("delivered");
    assertThat(room.broughtTo(recipient)).isEmpty();
  }

  @Test
  void whatIsNotWhatWasPutIsNeverBrought() {
    hold();
    UUID message = put(note("x"));
    house
        .db()
        .sql("update outbox_message set digest = :other where id = :id")
        .param("other", Sha256.of("y"))
        .param("id", message)
        .update();
    UUID unknown =
        put(new Outbox.Outgoing("test.nobody", 1, id(), org(), recipient, null, null, "x"));
    deliveries.hold(recipient, false, sender);
    deliveries.deliverDue();
    for (UUID one : List.of(message, unknown)) {
      assertThat(state(one)).isEqualTo("queued");
      assertThat(row(one).get("attempts")).isEqualTo(1);
    }
    assertThat(room.broughtTo(recipient)).isEmpty();
    end(
        new Outbox.Which.OfOrder(
            (UUID) Objects.requireNonNull(row(message).get("order_key")), id()),
        0);
    house
        .db()
        .sql("delete from outbox_message where id in (:ids)")
        .param("ids", List.of(message, unknown))
        .update();
  }

  @Test
  void whatIsHeldWaitsAndTheLogSaysWhoHeldIt() {
    hold();
    assertThat(deliveries.held()).contains(recipient);
    UUID message = put(note("x"));
    deliveries.deliverDue();
    assertThat(state(message)).isEqualTo("queued");
    // others of this house may wait, and go meanwhile
    assertThat(deliveries.waiting()).isPositive();
    assertThat(waits(message)).isTrue();
    assertThat(deliveries.newest(1).get(0).state()).isEqualTo("queued");
    assertThat(deliveries.newest(1)).hasSize(1);
    deliveries.hold(recipient, true, sender);
    deliveries.hold(recipient, false, sender);
    assertThat(deliveries.held()).doesNotContain(recipient);
    deliveries.deliverDue();
    assertThat(state(message)).isEqualTo("delivered");
    assertThat(waits(message)).isFalse();
    assertThat(lines(recipient))
        .containsExactlyInAnyOrder("deliveries.held", "deliveries.held", "deliveries.resumed");
  }

  /** Whether it is among those that are shown as waiting. */
  private boolean waits(UUID message) {
    return deliveries.newest(deliveries.waiting() + 1_000).stream()
        .anyMatch(one -> one.id().equals(message) && one.state().equals("queued"));
  }

  @Test
  void manyAreDeliveredInOneRound() {
    hold();
    for (int i = 0; i < 230; i++) {
      put(note("" + i));
    }
    deliveries.hold(recipient, false, sender);
    deliveries.deliverDue();
    assertThat(room.broughtTo(recipient)).hasSize(230);
  }
}
