package org.passerelle.protect.casework.phone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores phones in the table {@code phone}. */
@Component
class PhoneRows {
  private static final String NAME = "phone.name";
  private final JdbcClient db;
  private final Vault vault;

  PhoneRows(JdbcClient db, Vault vault) {
    this.db = db;
    this.vault = vault;
  }

  void insert(Phone phone) {
    db.sql(
            """
            insert into phone (id, organisation, user_id, name, jwk, at, seen_at)
            values (:id, :organisation, :user, :name, :jwk, :at, :at)
            """)
        .param("id", phone.id())
        .param("organisation", phone.organisation())
        .param("user", phone.user())
        .param("name", vault.seal(phone.organisation(), NAME, phone.name()))
        .param("jwk", phone.jwk())
        .param("at", Columns.at(phone.at()))
        .update();
  }

  Optional<Phone> find(UUID id) {
    return db.sql("select * from phone where id = :id")
        .param("id", id)
        .query((row, i) -> phone(row))
        .optional();
  }

  /** Phones of a user, newest first. */
  List<Phone> of(UUID user) {
    return db.sql("select * from phone where user_id = :user order by at desc, id")
        .param("user", user)
        .query((row, i) -> phone(row))
        .list();
  }

  /**
   * Phones of the node, those not lost first.
   *
   * @param from number of entries to skip
   * @param most maximum number of entries
   */
  List<Phone> all(int from, int most) {
    return db.sql(
            """
            select * from phone
             order by case when lost_at is null then 0 else 1 end, at desc, id
             limit :most offset :from
            """)
        .param("most", most)
        .param("from", from)
        .query((row, i) -> phone(row))
        .list();
  }

  void seen(UUID id, int waiting, Instant at) {
    db.sql("update phone set seen_at = :at, waiting = :waiting where id = :id")
        .param("at", Columns.at(at))
        .param("waiting", waiting)
        .param("id", id)
        .update();
  }

  /** Marks a phone as lost; false if it was already. */
  boolean lost(UUID id, UUID by, Instant at) {
    return db.sql(
                "update phone set lost_at = :at, lost_by = :by where id = :id and lost_at is null")
            .param("at", Columns.at(at))
            .param("by", by)
            .param("id", id)
            .update()
        == 1;
  }

  private Phone phone(ResultSet row) throws SQLException {
    UUID organisation = row.getObject("organisation", UUID.class);
    return new Phone(
        row.getObject("id", UUID.class),
        organisation,
        row.getObject("user_id", UUID.class),
        vault.open(organisation, NAME, row.getBytes("name")),
        row.getString("jwk"),
        Columns.instant(row, "at"),
        Columns.instantOrNull(row, "seen_at"),
        row.getInt("waiting"),
        Columns.instantOrNull(row, "lost_at"));
  }
}
