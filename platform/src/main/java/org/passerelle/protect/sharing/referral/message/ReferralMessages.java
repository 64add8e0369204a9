package org.passerelle.protect.sharing.referral.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.outbox.Received;
import org.passerelle.protect.casework.placement.place.ShelterNames;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.ReferralReceiver;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages about a referral; each side keeps its own copy, encrypted under its organisation's key.
 */
@Component
public class ReferralMessages {
  private static final String CONTENT = "referral_message.content";

  /** Minimum length of an explanation, in characters. */
  private static final int SHORTEST = 10;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JdbcClient db;
  private final Vault vault;
  private final ShelterNames shelters;
  private final Identifiers identifiers;
  private final Clock clock;

  ReferralMessages(
      JdbcClient db, Vault vault, ShelterNames shelters, Identifiers identifiers, Clock clock) {
    this.shelters = shelters;
    this.db = db;
    this.vault = vault;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Stores a message written here.
   *
   * @param message the outgoing message that carries it
   * @throws Refused if it names a shelter
   */
  public void keep(UUID referral, UUID owner, String text, UUID message) {
    noShelter(text, owner, "text");
    keep(referral, owner, owner, text, clock.instant(), message);
  }

  /**
   * The explanation of a refusal or recall, checked for sending.
   *
   * @throws Refused if it is too short or names a shelter
   */
  public String why(String typed, UUID organisation) {
    String words = typed.strip();
    if (words.length() < SHORTEST) {
      throw new Refused("referral.refused.why").at("why");
    }
    noShelter(words, organisation, "why");
    return words;
  }

  private void noShelter(String words, UUID organisation, String field) {
    if (shelters.isNamedIn(words, organisation)) {
      throw new Refused("referral.refused.shelter.words").at(field);
    }
  }

  /** Stores a message from the other side with the time at which it was written. */
  public void arrived(Received message) {
    arrived(message, text(message.payload()));
  }

  /** Stores text that came with an answer. */
  public void arrived(Received message, String words) {
    keep(
        ReferralReceiver.referral(message),
        message.recipient(),
        message.sender(),
        words,
        message.occurredAt(),
        message.id());
  }

  private void keep(UUID referral, UUID owner, UUID sender, String text, Instant at, UUID message) {
    db.sql(
            """
            insert into referral_message (id, referral, organisation, sender, content, at, message)
            values (:id, :referral, :owner, :sender, :content, :at, :message)
            """)
        .param("id", identifiers.next())
        .param("referral", referral)
        .param("owner", owner)
        .param("sender", sender)
        .param("content", vault.seal(owner, CONTENT, text))
        .param("at", Columns.at(at))
        .param("message", message)
        .update();
  }

  /** All messages on one side, oldest first. */
  public List<Referral.Message> of(UUID referral, UUID owner) {
    return of(referral, owner, true);
  }

  /** Those stored after the last were closed, oldest first. */
  public List<Referral.Message> sinceClosed(UUID referral, UUID owner) {
    return of(referral, owner, false);
  }

  /** Closes one side's messages up to now: that side has declined the referral. */
  public void close(UUID referral, UUID owner) {
    db.sql(
            "update referral_message set closed = true where referral = :referral and organisation = :owner")
        .param("referral", referral)
        .param("owner", owner)
        .update();
  }

  private List<Referral.Message> of(UUID referral, UUID owner, boolean closedToo) {
    return db.sql(
            """
            select sender, content, at, message, stopped, arrived_at, read_at from referral_message
             where organisation = :owner and referral = :referral and (:closedToo or not closed)
             order by at, id
            """)
        .param("owner", owner)
        .param("referral", referral)
        .param("closedToo", closedToo)
        .query(
            (row, i) ->
                new Referral.Message(
                    row.getObject("sender", UUID.class),
                    vault.open(owner, CONTENT, row.getBytes("content")),
                    Columns.instant(row, "at"),
                    course(row, owner)))
        .list();
  }

  private static Course course(ResultSet row, UUID owner) throws SQLException {
    boolean own = owner.equals(row.getObject("sender", UUID.class));
    return Course.of(row, own && row.getObject("message", UUID.class) != null);
  }

  /** Deletes one side's copies. */
  public void forget(UUID referral, UUID owner) {
    db.sql("delete from referral_message where referral = :referral and organisation = :owner")
        .param("referral", referral)
        .param("owner", owner)
        .update();
  }

  /** Deletes what one side received from the other. */
  public void forget(UUID referral, UUID owner, UUID sender) {
    db.sql(
            """
            delete from referral_message
             where referral = :referral and organisation = :owner and sender = :sender
            """)
        .param("referral", referral)
        .param("owner", owner)
        .param("sender", sender)
        .update();
  }

  public static String json(String text) {
    return JSON.writeValueAsString(Map.of("text", text));
  }

  /** Serialises text that is sent with an answer. */
  public static String asWords(String text) {
    return JSON.writeValueAsString(Map.of("words", text));
  }

  /** Parses the text that came with an answer; empty if there is none. */
  public static String words(String json) {
    return JSON.readTree(json).path("words").asString("");
  }

  static String text(String json) {
    return JSON.readTree(json).path("text").asString("");
  }
}
