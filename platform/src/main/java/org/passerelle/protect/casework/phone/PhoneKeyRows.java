package org.passerelle.protect.casework.phone;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores keys without interpreting their private halves. */
@Component
class PhoneKeyRows {
  private final JdbcClient db;

  PhoneKeyRows(JdbcClient db) {
    this.db = db;
  }

  void insert(PhoneKeys.Offered key, byte[] sealed) {
    db.sql(
            """
            insert into phone_key (id, recipient, from_at, until_at, secret)
            values (:id, :recipient, :from, :until, :secret)
            """)
        .param("id", key.id())
        .param("recipient", key.recipient())
        .param("from", Columns.at(key.from()))
        .param("until", Columns.at(key.until()))
        .param("secret", sealed)
        .update();
  }

  /** The most recent key offered at a given time. */
  Optional<PhoneKeys.Offered> newest(Instant at) {
    return db.sql(
            """
            select id, recipient, from_at, until_at from phone_key
             where from_at <= :at and until_at > :at and secret is not null
             order by from_at desc, id limit 1
            """)
        .param("at", Columns.at(at))
        .query(
            (row, i) ->
                new PhoneKeys.Offered(
                    row.getObject("id", UUID.class),
                    row.getString("recipient"),
                    Columns.instant(row, "from_at"),
                    Columns.instant(row, "until_at")))
        .optional();
  }

  /** Encrypted private keys that ended after a given time, newest first. */
  List<byte[]> secrets(Instant after) {
    return db.sql(
            """
            select secret from phone_key where until_at > :after and secret is not null
             order by from_at desc, id
            """)
        .param("after", Columns.at(after))
        .query(byte[].class)
        .list();
  }

  /** Keys that ended before a given time and still have their private half. */
  List<UUID> over(Instant before) {
    return db.sql(
            "select id from phone_key where until_at <= :before and secret is not null order by from_at")
        .param("before", Columns.at(before))
        .query(UUID.class)
        .list();
  }

  boolean forget(UUID id) {
    return db.sql("update phone_key set secret = null where id = :id and secret is not null")
            .param("id", id)
            .update()
        == 1;
  }
}
