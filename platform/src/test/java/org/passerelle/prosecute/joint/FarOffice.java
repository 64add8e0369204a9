package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.passerelle.outbox.Arrivals;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;

/** An office of another node, which says something about a team to an organisation here. */
final class FarOffice {
  private final House house;
  private final LocalDate today;
  private final UUID here;
  private final UUID far;
  private UUID team;

  FarOffice(House house, UUID here) {
    this.house = house;
    this.today = new Scenes(house).today();
    this.here = here;
    this.far = elsewhere("prosecutor");
    this.team = id();
  }

  UUID far() {
    return far;
  }

  UUID team() {
    return team;
  }

  /** From now on it speaks of this team. */
  UUID of(UUID about) {
    team = about;
    return about;
  }

  UUID id() {
    return house.get(Identifiers.class).next();
  }

  UUID elsewhere(String type) {
    StubNode node = new StubNode(house, "http://localhost:1");
    node.agree(node.descriptor(Map.of(node.organisation(), type)));
    return node.organisation();
  }

  void comes(UUID message, String kind, UUID sender, UUID recipient, Object body) {
    Received received =
        new Received(
            message,
            kind,
            1,
            sender,
            recipient,
            team,
            house.clock().instant(),
            JointMessages.json(body));
    house.inTransaction(() -> house.get(Arrivals.class).take(received));
  }

  void says(String kind, Object body) {
    comes(id(), kind, far, here, body);
  }

  JointMessages.Proposed proposal(int days) {
    return new JointMessages.Proposed(
        "see_2006",
        "Bridge",
        "12/26",
        "Article 27",
        "Those who bring girls over the bridge",
        today.toString(),
        today.plusDays(days).toString(),
        "2026-0031");
  }

  JointMessages.Step step(UUID id, int number, String responsible, String what) {
    return new JointMessages.Step(
        id, number, responsible, today.plusDays(5).toString(), "open", what, "");
  }

  /** An exhibit of theirs, whose chain has some steps, each known by a letter. */
  JointMessages.Shared exhibit(UUID id, int revision, String steps) {
    List<FarExhibit.Step> chain =
        IntStream.range(0, steps.length())
            .mapToObj(
                i ->
                    new FarExhibit.Step(
                        i == 0 ? "intake" : "check",
                        today.toString(),
                        "sender",
                        steps.substring(i, i + 1).repeat(64)))
            .toList();
    return exhibit(id, revision, chain);
  }

  /** An exhibit of theirs with its custody. */
  JointMessages.Shared exhibit(UUID id, int revision, List<FarExhibit.Step> chain) {
    return new JointMessages.Shared(
        id,
        revision,
        new FarExhibit.Content(
            "ATHINA-26-3.0004",
            "object",
            "A telephone from the bridge",
            "A car",
            "Record 9",
            "Seal 12",
            "image/jpeg",
            4,
            "a".repeat(64),
            "b".repeat(128),
            today.toString(),
            chain));
  }

  /** What was said last to this office, of a kind. */
  <T> T heard(String kind, Class<T> as) {
    return house
        .db()
        .sql(
            """
            select id, sealed_under, payload from outbox_message where order_key = :team and type = :kind
             order by occurred_at desc, id desc limit 1
            """)
        .param("team", team)
        .param("kind", kind)
        .query(
            (row, i) ->
                JointMessages.read(
                    house
                        .get(Vault.class)
                        .open(
                            row.getObject("sealed_under", UUID.class),
                            "outbox_message.payload",
                            row.getBytes("payload")),
                    as))
        .single();
  }

  List<String> sent() {
    return house
        .db()
        .sql("select type from outbox_message where order_key = :team order by occurred_at, id")
        .param("team", team)
        .query(String.class)
        .list();
  }

  /** Tells that a message is refused for good, by the field that is named to its sender. */
  static void rejected(String name, ThrowingCallable act) {
    assertThatThrownBy(act)
        .asInstanceOf(InstanceOfAssertFactories.type(RejectedMessage.class))
        .extracting(RejectedMessage::name)
        .isEqualTo(name);
  }
}
