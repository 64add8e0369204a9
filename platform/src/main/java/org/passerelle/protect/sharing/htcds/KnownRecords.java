package org.passerelle.protect.sharing.htcds;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.Columns;
import org.passerelle.storage.KeyedMarks;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records that an organisation has imported. A record is the same if it has the same number or,
 * without a number, the same content; only keyed hashes of both are stored.
 */
@Component
class KnownRecords {
  private static final String PURPOSE = "htcds-record";
  private static final int BYTES = 32;
  private final JdbcClient db;
  private final JdbcTemplate jdbc;
  private final KeyedMarks marks;
  private final Clock clock;

  KnownRecords(JdbcClient db, JdbcTemplate jdbc, KeyedMarks marks, Clock clock) {
    this.db = db;
    this.jdbc = jdbc;
    this.marks = marks;
    this.clock = clock;
  }

  /**
   * Hashes of a record.
   *
   * @param mark hash by which it is recognised
   * @param content hash of its whole content
   */
  record Marked(String mark, String content) {}

  /** A record that was imported as a case. */
  record Taken(Marked marked, UUID file) {}

  Marked marked(RawRow row, SignedIn who) {
    return new Marked(mark(who, row.identity()), mark(who, row.content()));
  }

  private String mark(SignedIn who, String text) {
    return marks.mark(who.organisation(), PURPOSE, text, BYTES);
  }

  /** Known hashes among these, with the content hash at import. */
  Map<String, String> known(Collection<String> asked, SignedIn who) {
    Map<String, String> known = new HashMap<>();
    if (!asked.isEmpty()) {
      db.sql(
              "select mark, content from htcds_record where organisation = :organisation and mark in (:marks)")
          .param("organisation", who.organisation())
          .param("marks", asked)
          .query(
              row -> {
                known.put(row.getString("mark"), row.getString("content"));
              });
    }
    return known;
  }

  void add(List<Taken> all, UUID work, SignedIn who) {
    OffsetDateTime now = Columns.now(clock);
    jdbc.batchUpdate(
        "insert into htcds_record (organisation, mark, content, case_id, work, at) values (?, ?, ?, ?, ?, ?)",
        all,
        all.size(),
        (row, one) -> {
          row.setObject(1, who.organisation());
          row.setString(2, one.marked.mark);
          row.setString(3, one.marked.content);
          row.setObject(4, one.file);
          row.setObject(5, work);
          row.setObject(6, now);
        });
  }
}
