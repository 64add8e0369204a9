package org.passerelle.protect.referral;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Messages about a referral: each side keeps its own copy, sealed under its organisation's key. */
@Component
class ReferralMessages {
  private static final String CONTENT = "referral_message.content";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JdbcClient db;
  private final Vault vault;
  private final Identifiers identifiers;
  private final Clock clock;

  ReferralMessages(JdbcClient db, Vault vault, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  void keep(UUID referral, UUID owner, UUID sender, String text) {
    db.sql(
            """
            insert into referral_message (id, referral, organisation, sender, content, at)
            values (:id, :referral, :owner, :sender, :content, :at)
            """)
        .param("id", identifiers.next())
        .param("referral", referral)
        .param("owner", owner)
        .param("sender", sender)
        .param("content", vault.seal(owner, CONTENT, text))
        .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
  }

  List<Referral.Message> of(UUID referral, UUID owner) {
    return db.sql(
            """
            select sender, content, at from referral_message
             where organisation = :owner and referral = :referral order by at, id
            """)
        .param("owner", owner)
        .param("referral", referral)
        .query(
            (row, i) ->
                new Referral.Message(
                    row.getObject("sender", UUID.class),
                    vault.open(owner, CONTENT, row.getBytes("content")),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Removes one side's copies. */
  void forget(UUID referral, UUID owner) {
    db.sql("delete from referral_message where referral = :referral and organisation = :owner")
        .param("referral", referral)
        .param("owner", owner)
        .update();
  }

  /** Removes what one side got from the other. */
  void forget(UUID referral, UUID owner, UUID sender) {
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

  static String json(String text) {
    return JSON.writeValueAsString(Map.of("text", text));
  }

  static String text(String json) {
    return JSON.readTree(json).path("text").asString("");
  }
}
