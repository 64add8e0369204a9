package org.passerelle.protect.phone;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Papers and their pieces; knows nothing of what they show. */
@Component
class PaperRows {
  static final String COMING = "coming";
  private final JdbcClient db;

  PaperRows(JdbcClient db) {
    this.db = db;
  }

  /**
   * A paper without its content.
   *
   * @param record that it belongs to, which may still come
   * @param user who brought the first piece
   * @param pieces how many there are
   * @param state {@code coming}, {@code kept} where all are there and the record is not, {@code
   *     taken}
   * @param sha256 of the sealed file as a whole, once all pieces were here
   * @param key under which its content is sealed, or null
   * @param at when the last piece came
   */
  record Paper(
      UUID id,
      UUID record,
      UUID organisation,
      UUID user,
      int pieces,
      String state,
      String sha256,
      @Nullable UUID key,
      String type,
      Instant at) {
    boolean isComing() {
      return state.equals(COMING);
    }

    /** Whether a phone was told that it may forget it. */
    boolean isReceipted() {
      return !isComing();
    }
  }

  void insert(Paper paper) {
    db.sql(
            """
            insert into phone_paper (id, record, organisation, by_user, pieces, state, at)
            values (:id, :record, :organisation, :user, :pieces, 'coming', :at)
            on conflict do nothing
            """)
        .param("id", paper.id())
        .param("record", paper.record())
        .param("organisation", paper.organisation())
        .param("user", paper.user())
        .param("pieces", paper.pieces())
        .param("at", Columns.at(paper.at()))
        .update();
  }

  Optional<Paper> find(UUID id) {
    return db.sql("select * from phone_paper where id = :id")
        .param("id", id)
        .query((row, i) -> paper(row))
        .optional();
  }

  /** Held until the end of the transaction, so that it is put together once. */
  Optional<Paper> hold(UUID id) {
    return db.sql("select * from phone_paper where id = :id for update")
        .param("id", id)
        .query((row, i) -> paper(row))
        .optional();
  }

  List<Paper> of(UUID record) {
    return db.sql("select * from phone_paper where record = :record order by at, id")
        .param("record", record)
        .query((row, i) -> paper(row))
        .list();
  }

  /** Pieces of a user that wait for others, in bytes. */
  long waiting(UUID user) {
    return db.sql(
            """
            select coalesce(sum(octet_length(p.content)), 0)
              from phone_paper a join phone_piece p on p.paper = a.id
             where a.by_user = :user and a.state <> 'taken'
            """)
        .param("user", user)
        .query(Long.class)
        .single();
  }

  /** Keeps a piece, unless it is there. */
  void insert(UUID paper, int number, String sha256, byte[] content, Instant at) {
    db.sql(
            """
            insert into phone_piece (paper, number, sha256, content)
            values (:paper, :number, :sha256, :content)
            on conflict do nothing
            """)
        .param("paper", paper)
        .param("number", number)
        .param("sha256", sha256)
        .param("content", content)
        .update();
    db.sql("update phone_paper set at = :at where id = :paper")
        .param("at", Columns.at(at))
        .param("paper", paper)
        .update();
  }

  Optional<String> digest(UUID paper, int number) {
    return db.sql("select sha256 from phone_piece where paper = :paper and number = :number")
        .param("paper", paper)
        .param("number", number)
        .query(String.class)
        .optional();
  }

  /** Numbers of the pieces that are there. */
  List<Integer> have(UUID paper) {
    return db.sql("select number from phone_piece where paper = :paper order by number")
        .param("paper", paper)
        .query(Integer.class)
        .list();
  }

  /** All pieces, one after the other. */
  byte[] whole(UUID paper) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int number : have(paper)) {
      whole.writeBytes(
          db.sql("select content from phone_piece where paper = :paper and number = :number")
              .param("paper", paper)
              .param("number", number)
              .query(byte[].class)
              .single());
    }
    return whole.toByteArray();
  }

  /** All pieces are here; the record is not. */
  void kept(UUID paper, String sha256) {
    db.sql("update phone_paper set state = 'kept', sha256 = :sha256 where id = :id")
        .param("sha256", sha256)
        .param("id", paper)
        .update();
  }

  /** It is what it is; the pieces are needed no more. */
  void taken(UUID paper, String sha256, UUID key, String type, byte[] content) {
    db.sql(
            """
            update phone_paper
               set state = 'taken', sha256 = :sha256, sealed_under = :key, media_type = :type, content = :content
             where id = :id
            """)
        .param("sha256", sha256)
        .param("key", key)
        .param("type", type)
        .param("content", content)
        .param("id", paper)
        .update();
    clear(paper);
  }

  void clear(UUID paper) {
    db.sql("delete from phone_piece where paper = :paper").param("paper", paper).update();
  }

  void delete(Collection<UUID> papers) {
    for (UUID paper : papers) {
      clear(paper);
      db.sql("delete from phone_paper where id = :paper").param("paper", paper).update();
    }
  }

  byte[] content(UUID paper) {
    return db.sql("select content from phone_paper where id = :paper")
        .param("paper", paper)
        .query(byte[].class)
        .single();
  }

  /** Those of a state of which nothing came since. */
  List<Paper> since(String state, Instant before) {
    return db.sql("select * from phone_paper where state = :state and at < :before order by at, id")
        .param("state", state)
        .param("before", Columns.at(before))
        .query((row, i) -> paper(row))
        .list();
  }

  private static Paper paper(ResultSet row) throws SQLException {
    return new Paper(
        row.getObject("id", UUID.class),
        row.getObject("record", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getObject("by_user", UUID.class),
        row.getInt("pieces"),
        row.getString("state"),
        row.getString("sha256"),
        row.getObject("sealed_under", UUID.class),
        row.getString("media_type"),
        Columns.instant(row, "at"));
  }
}
