package org.passerelle.prevent.watch;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The watch list in the database, sealed under the key of its organisation. */
@Component
class WatchRows {
  private static final String WORDS = "watch_entry.words";
  private static final String HASH = "watch_entry.picture";
  private static final String PLACE = "watch_sighting.place";
  private final JdbcClient db;
  private final Vault vault;
  private final CascadeDelete rows;
  private final Identifiers identifiers;
  private final Clock clock;

  WatchRows(JdbcClient db, Vault vault, CascadeDelete rows, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.rows = rows;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** All entries of an organisation, the one seen or changed last first. */
  List<WatchEntry> of(UUID organisation) {
    return db.sql(
            """
            select * from watch_entry where organisation = :organisation
            order by touched_at desc, id""")
        .param("organisation", organisation)
        .query(this::entry)
        .list();
  }

  Optional<WatchEntry> find(UUID organisation, UUID id) {
    return db.sql("select * from watch_entry where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", organisation)
        .query(this::entry)
        .optional();
  }

  /** The same, held until the end of the transaction. */
  WatchEntry hold(UUID organisation, UUID id) {
    return db.sql(
            "select * from watch_entry where id = :id and organisation = :organisation for update")
        .param("id", id)
        .param("organisation", organisation)
        .query(this::entry)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** The entry of a kind with a fingerprint, held until the end of the transaction. */
  Optional<WatchEntry> hold(UUID organisation, String kind, String mark) {
    return db.sql(
            """
            select * from watch_entry
            where organisation = :organisation and kind = :kind and mark = :mark for update""")
        .param("organisation", organisation)
        .param("kind", kind)
        .param("mark", mark)
        .query(this::entry)
        .optional();
  }

  /**
   * Inserts an entry; empty if somebody entered the same at this moment.
   *
   * @param mark fingerprint by which the same is recognised
   */
  Optional<UUID> insert(
      UUID organisation, WatchList.New entry, String mark, LocalDate seen, UUID by) {
    UUID id = identifiers.next();
    Long picture = entry.picture();
    int inserted =
        db.sql(
                """
                insert into watch_entry (id, organisation, code, kind, mark, words, picture, state, version,
                  state_at, state_by, seen_on, touched_at)
                values (:id, :organisation, :code, :kind, :mark, :words, :picture, 'watched', 0,
                  :now, :by, :seen, :now) on conflict do nothing""")
            .param("id", id)
            .param("organisation", organisation)
            .param("code", identifiers.shortCode())
            .param("kind", entry.kind())
            .param("mark", mark)
            .param("words", vault.seal(organisation, WORDS, entry.words()))
            .param(
                "picture",
                picture == null
                    ? null
                    : vault.sealBytes(
                        organisation, HASH, ByteBuffer.allocate(8).putLong(picture).array()))
            .param("now", Columns.now(clock))
            .param("by", by)
            .param("seen", seen)
            .update();
    return inserted == 0 ? Optional.empty() : Optional.of(id);
  }

  /** Adds a sighting to an entry that is new or held. */
  void sighted(UUID organisation, UUID entry, WatchList.Seen seen, UUID by) {
    db.sql(
            """
            insert into watch_sighting (id, entry, seen_on, place, at, by_user)
            values (:id, :entry, :day, :place, :now, :by)""")
        .param("id", identifiers.next())
        .param("entry", entry)
        .param("day", seen.day())
        .param("place", vault.seal(organisation, PLACE, seen.place()))
        .param("now", Columns.now(clock))
        .param("by", by)
        .update();
    changed(
        db.sql(
                """
                update watch_entry set seen_on = greatest(seen_on, cast(:day as date)), touched_at = :now
                where id = :id""")
            .param("day", seen.day())
            .param("now", Columns.now(clock))
            .param("id", entry)
            .update());
  }

  /** Sets the state of an entry that is new or held, and writes it down. */
  void state(UUID id, String state, int version, UUID by) {
    changed(
        db.sql(
                """
                update watch_entry set state = :state, version = :version, state_at = :now, state_by = :by, touched_at = :now
                where id = :id""")
            .param("state", state)
            .param("version", version)
            .param("now", Columns.now(clock))
            .param("by", by)
            .param("id", id)
            .update());
    db.sql(
            """
            insert into watch_step (entry, number, state, at, by_user)
            values (:entry, :number, :state, :now, :by)""")
        .param("entry", id)
        .param("number", version)
        .param("state", state)
        .param("now", Columns.now(clock))
        .param("by", by)
        .update();
  }

  private static void changed(int entries) {
    if (entries == 0) {
      throw new NotFound();
    }
  }

  List<WatchEntry.Sighting> sightings(UUID organisation, UUID entry) {
    return db.sql(
            "select * from watch_sighting where entry = :entry order by seen_on desc, at desc, id")
        .param("entry", entry)
        .query(
            (row, number) ->
                new WatchEntry.Sighting(
                    row.getObject("id", UUID.class),
                    row.getObject("seen_on", LocalDate.class),
                    vault.open(organisation, PLACE, row.getBytes("place")),
                    row.getObject("by_user", UUID.class),
                    List.of()))
        .list();
  }

  /** States of an entry, the newest first. */
  List<WatchEntry.Step> steps(UUID entry) {
    return db.sql("select * from watch_step where entry = :entry order by number desc")
        .param("entry", entry)
        .query(
            (row, number) ->
                new WatchEntry.Step(
                    row.getString("state"),
                    Columns.instant(row, "at"),
                    row.getObject("by_user", UUID.class)))
        .list();
  }

  /** Notes from which tip an entry came; false if that stands there. */
  boolean link(UUID entry, UUID tip, UUID by) {
    return db.sql(
                """
                insert into watch_tip (entry, tip, at, by_user)
                values (:entry, :tip, :now, :by) on conflict do nothing""")
            .param("entry", entry)
            .param("tip", tip)
            .param("now", Columns.now(clock))
            .param("by", by)
            .update()
        > 0;
  }

  List<UUID> tips(UUID entry) {
    return db.sql("select tip from watch_tip where entry = :entry order by at, tip")
        .param("entry", entry)
        .query(UUID.class)
        .list();
  }

  /** Entries that came from a tip. */
  List<UUID> from(UUID tip) {
    return db.sql("select entry from watch_tip where tip = :tip order by at, entry")
        .param("tip", tip)
        .query(UUID.class)
        .list();
  }

  /** An entry that nobody looked after, with its organisation. */
  record Old(UUID id, UUID organisation) {}

  /** Entries last seen or changed before a time, held until the end of the transaction. */
  List<Old> before(Instant time, int most) {
    return db.sql(
            """
            select id, organisation from watch_entry where touched_at < :time
            order by touched_at fetch first :most rows only for update""")
        .param("time", Columns.at(time))
        .param("most", most)
        .query(
            (row, number) ->
                new Old(row.getObject("id", UUID.class), row.getObject("organisation", UUID.class)))
        .list();
  }

  /** Deletes entries with what belongs to them. */
  void delete(List<UUID> entries) {
    rows.delete("watch_entry", entries);
  }

  private WatchEntry entry(ResultSet row, int number) throws SQLException {
    UUID organisation = row.getObject("organisation", UUID.class);
    byte[] picture = row.getBytes("picture");
    return new WatchEntry(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("kind"),
        vault.open(organisation, WORDS, row.getBytes("words")),
        picture == null
            ? null
            : ByteBuffer.wrap(vault.openBytes(organisation, HASH, picture)).getLong(),
        row.getString("state"),
        Columns.instant(row, "state_at"),
        row.getObject("state_by", UUID.class),
        row.getObject("seen_on", LocalDate.class),
        row.getInt("version"));
  }
}
