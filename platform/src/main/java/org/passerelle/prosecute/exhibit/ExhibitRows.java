package org.passerelle.prosecute.exhibit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Digests;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of exhibits and of the files that wait for them. */
@Component
class ExhibitRows {
  static final String WORDS = "exhibit.words";
  private static final String NAME = "exhibit.file_name";
  private static final String ALL =
      """
      select e.*, u.id as upload, u.size_bytes, u.sha256, u.sha512, u.pieces
        from exhibit e left join exhibit_upload u on u.id = e.content
       where e.investigation = :investigation and (cast(:id as uuid) is null or e.id = :id)
       order by e.number
      """;
  private final JdbcClient db;
  private final InvestigationRecord records;

  ExhibitRows(JdbcClient db, InvestigationRecord records) {
    this.db = db;
    this.records = records;
  }

  List<Exhibit> of(UUID investigation) {
    return query(investigation, null);
  }

  /** One of an investigation. */
  Optional<Exhibit> find(UUID investigation, UUID exhibit) {
    return query(investigation, exhibit).stream().findFirst();
  }

  private List<Exhibit> query(UUID investigation, @Nullable UUID exhibit) {
    return db.sql(ALL)
        .param("investigation", investigation)
        .param("id", exhibit)
        .query((row, i) -> exhibit(row))
        .list();
  }

  /** The investigation of an exhibit. */
  Optional<UUID> investigation(UUID exhibit) {
    return db.sql("select investigation from exhibit where id = :id")
        .param("id", exhibit)
        .query(UUID.class)
        .optional();
  }

  int count(UUID investigation) {
    return db.sql("select count(*) from exhibit where investigation = :id")
        .param("id", investigation)
        .query(Integer.class)
        .single();
  }

  /** Those of some investigations, by number. */
  List<KeptExhibit> kept(Collection<UUID> investigations) {
    return db.sql(
            """
            select e.id, e.investigation, e.number, e.holder, o.to_user, o.at as offered_at
              from exhibit e left join custody_offer o on o.exhibit = e.id
             where e.investigation = any(cast(:ids as uuid array)) and e.state = 'held'
             order by e.number limit 2000
            """)
        .param("ids", UuidArray.of(investigations))
        .query((row, i) -> kept(row))
        .list();
  }

  private static KeptExhibit kept(ResultSet row) throws SQLException {
    return new KeptExhibit(
        row.getObject("id", UUID.class),
        row.getObject("investigation", UUID.class),
        row.getString("number"),
        row.getString("holder"),
        row.getObject("to_user", UUID.class),
        Columns.instantOrNull(row, "offered_at"));
  }

  /**
   * Those of other organisations that somebody holds, or that are offered to them, by number.
   *
   * @param certificates of the user
   * @param own investigations of their organisation
   */
  List<KeptExhibit> elsewhere(Collection<String> certificates, Collection<UUID> own, UUID user) {
    return db.sql(
            """
            select e.id, e.investigation, e.number, e.holder, o.to_user, o.at as offered_at
              from exhibit e left join custody_offer o on o.exhibit = e.id
             where e.state = 'held' and (e.holder in (:certificates) or o.to_user = :user)
               and not e.investigation = any(cast(:own as uuid array))
             order by e.number limit 500
            """)
        .param("certificates", certificates.isEmpty() ? List.of("") : certificates)
        .param("own", UuidArray.of(own))
        .param("user", user)
        .query((row, i) -> kept(row))
        .list();
  }

  /** One that was described and not taken in. */
  record Described(UUID exhibit, UUID investigation, String number, Instant at) {}

  /** Those of some investigations that were described before a moment, oldest first. */
  List<Described> described(Collection<UUID> investigations, Instant before) {
    return db.sql(
            """
            select id, investigation, number, at from exhibit
             where investigation = any(cast(:ids as uuid array)) and state = 'described' and at < :before
             order by at, number limit 200
            """)
        .param("ids", UuidArray.of(investigations))
        .param("before", Columns.at(before))
        .query(
            (row, i) ->
                new Described(
                    row.getObject("id", UUID.class),
                    row.getObject("investigation", UUID.class),
                    row.getString("number"),
                    Columns.instant(row, "at")))
        .list();
  }

  /** Whether it is a redacted copy that was made here. */
  boolean isRedaction(UUID exhibit) {
    return db.sql(
                """
                select count(*) from exhibit_derivation where exhibit = :exhibit and way = 'redaction'
                """)
            .param("exhibit", exhibit)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Lets others who change its custody wait until the transaction ends. */
  void hold(UUID exhibit) {
    db.sql("select id from exhibit where id = :id for update")
        .param("id", exhibit)
        .query(UUID.class)
        .single();
  }

  /** Files that have arrived whole for an exhibit, newest first. */
  List<Arrived> arrived(UUID exhibit) {
    return db.sql(
            """
            select * from exhibit_upload where exhibit = :exhibit and size_bytes >= 0
             order by touched_at desc, id
            """)
        .param("exhibit", exhibit)
        .query((row, i) -> arrived(exhibit, row))
        .list();
  }

  private Arrived arrived(UUID exhibit, ResultSet row) throws SQLException {
    return new Arrived(
        row.getObject("id", UUID.class),
        records.open(exhibit, NAME, row.getBytes("file_name"), Arrived.Name.class).file(),
        row.getString("media_type"),
        digests(row),
        row.getInt("pieces"),
        row.getString("problem"),
        Columns.instant(row, "touched_at"));
  }

  /** Files of an investigation that wait to be taken in, by number of their exhibit. */
  List<WaitingExhibit> waiting(UUID investigation) {
    return db.sql(
            """
            select u.*, e.number from exhibit e join exhibit_upload u on u.exhibit = e.id
             where e.investigation = :investigation and e.state = 'described' and u.size_bytes >= 0
             order by e.number, u.touched_at desc, u.id
            """)
        .param("investigation", investigation)
        .query(
            (row, i) -> {
              UUID exhibit = row.getObject("exhibit", UUID.class);
              return new WaitingExhibit(exhibit, row.getString("number"), arrived(exhibit, row));
            })
        .list();
  }

  /** Enters a file that begins to arrive. */
  void begin(UUID upload, UUID exhibit, byte[] name, UUID user) {
    db.sql(
            """
            insert into exhibit_upload (id, exhibit, file_name, size_bytes, pieces, touched_at, by_user)
            values (:id, :exhibit, :name, -1, 0, :now, :user)
            """)
        .param("id", upload)
        .param("exhibit", exhibit)
        .param("name", name)
        .param("now", records.now())
        .param("user", user)
        .update();
  }

  /** Enters that it has arrived; returns whether it is still there. */
  boolean whole(UUID upload, ExhibitPieces.Written written, String type, @Nullable String problem) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", upload);
    row.put("type", type);
    row.put("size", written.digests().size());
    row.put("pieces", written.pieces());
    row.put("sha256", written.digests().sha256());
    row.put("sha512", written.digests().sha512());
    row.put("problem", problem);
    row.put("now", records.now());
    return db.sql(
                """
                update exhibit_upload set media_type = :type, size_bytes = :size, pieces = :pieces,
                       sha256 = :sha256, sha512 = :sha512, problem = :problem, touched_at = :now
                 where id = :id and size_bytes < 0
                """)
            .params(row)
            .update()
        == 1;
  }

  /**
   * Makes a file the content of an exhibit; returns whether it had none.
   *
   * @param holder certificate of whoever takes it in
   */
  boolean takeIn(UUID exhibit, Arrived file, Arrived.Name name, String type, String holder) {
    return db.sql(
                """
                update exhibit set state = 'held', content = :content, file_name = :name, media_type = :type,
                       taken_in_at = :now, holder = :holder
                 where id = :id and content is null
                """)
            .param("content", file.id())
            .param("name", records.sealCodes(exhibit, NAME, name))
            .param("type", type)
            .param("now", records.now())
            .param("holder", holder)
            .param("id", exhibit)
            .update()
        == 1;
  }

  byte[] sealed(UUID exhibit, Arrived.Name name, SignedIn who) {
    return records.seal(exhibit, NAME, name, who);
  }

  private Exhibit exhibit(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Exhibit(
        id,
        row.getObject("investigation", UUID.class),
        row.getString("number"),
        row.getString("kind"),
        records.open(id, WORDS, row.getBytes("words"), Exhibit.Words.class),
        row.getObject("content") == null ? null : taken(id, row));
  }

  private Exhibit.Taken taken(UUID id, ResultSet row) throws SQLException {
    byte[] name = Objects.requireNonNull(row.getBytes("file_name"));
    return new Exhibit.Taken(
        row.getObject("upload", UUID.class),
        records.open(id, NAME, name, Arrived.Name.class).file(),
        row.getString("media_type"),
        digests(row),
        row.getInt("pieces"),
        Columns.instant(row, "taken_in_at"));
  }

  private static Digests digests(ResultSet row) throws SQLException {
    return new Digests(row.getLong("size_bytes"), row.getString("sha256"), row.getString("sha512"));
  }
}
