package org.passerelle.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditReader;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** Two organisations, and messages between them. */
@OnBothDatabases
abstract class OutboxScene {
  @Parameter House house;
  Outbox outbox;
  Deliveries deliveries;
  NotesRoom room;
  SignedIn sender;
  UUID recipient;

  @BeforeEach
  void twoOrganisations() {
    outbox = house.get(Outbox.class);
    deliveries = house.get(Deliveries.class);
    room = house.get(NotesRoom.class);
    sender = house.somebody(Role.ADMINISTRATOR);
    recipient = house.somebody(Role.CASE_MANAGER).organisation();
  }

  @AfterEach
  void nothingWaits() {
    if (deliveries.held().contains(recipient)) {
      deliveries.hold(recipient, false, sender);
    }
    room.refuse(recipient, false);
    house.clock().pass(Duration.ofHours(3));
    deliveries.deliverDue();
    assertThat(states(recipient)).doesNotContain("queued");
  }

  void assertEnded(UUID message, Ending how, String reason) {
    Map<String, Object> row = row(message);
    assertThat(row.get("state")).isEqualTo(how.code());
    assertThat(row.get("problem")).isEqualTo(reason);
    assertThat((byte[]) row.get("payload")).isEmpty();
    assertThat(room.endsOf(message)).containsExactly(new MessageEnded(message, how, reason));
    AuditEntry line = house.get(AuditReader.class).entries(message, null, "", 0, 10).get(0);
    assertThat(line.action()).isEqualTo("message.stopped");
    assertThat(line.organisation()).isEqualTo(org());
    assertThat(line.detail()).contains("how=" + how.code(), "reason=" + reason);
  }

  List<UUID> end(Outbox.Which which, int expected) {
    List<UUID> ended = house.inTransaction(() -> outbox.end(which, Ending.WITHDRAWN, "withdrawn"));
    assertThat(ended).hasSize(expected);
    return ended;
  }

  Outbox.Which about(UUID subject) {
    return new Outbox.Which.About(List.of(subject));
  }

  void hold() {
    deliveries.hold(recipient, true, sender);
  }

  UUID put(Outbox.Outgoing note) {
    return house.inTransaction(() -> outbox.put(note));
  }

  Outbox.Outgoing note(String words) {
    return note(id(), null, null, words);
  }

  Outbox.Outgoing note(UUID order, @Nullable UUID cause, @Nullable UUID subject, String words) {
    return new Outbox.Outgoing(NotesRoom.NOTE, 3, order, org(), recipient, cause, subject, words);
  }

  Outbox.Outgoing to(UUID other, UUID order) {
    return new Outbox.Outgoing(NotesRoom.NOTE, 3, order, org(), other, null, null, "other");
  }

  UUID org() {
    return sender.organisation();
  }

  UUID id() {
    return house.get(Identifiers.class).next();
  }

  List<String> lines(UUID subject) {
    return house.get(AuditReader.class).entries(subject, null, "", 0, 10).stream()
        .map(AuditEntry::action)
        .toList();
  }

  List<String> states(UUID to) {
    return house
        .db()
        .sql("select state from outbox_message where recipient = :to")
        .param("to", to)
        .query(String.class)
        .list();
  }

  String state(UUID message) {
    return String.valueOf(row(message).get("state"));
  }

  Instant occurred(UUID message) {
    return moment(message, "select occurred_at from outbox_message where id = :id");
  }

  Instant next(UUID message) {
    return moment(message, "select next_attempt_at from outbox_message where id = :id");
  }

  Instant moment(UUID message, String sql) {
    return house
        .db()
        .sql(sql)
        .param("id", message)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  Map<String, Object> row(UUID message) {
    return house
        .db()
        .sql("select * from outbox_message where id = :id")
        .param("id", message)
        .query()
        .singleRow();
  }
}
