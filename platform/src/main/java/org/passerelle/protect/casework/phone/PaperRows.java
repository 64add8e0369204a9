package org.passerelle.protect.casework.phone;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores documents and their pieces without interpreting them. */
@Component
class PaperRows {
  static final String COMING = "coming";
  private final JdbcClient db;

  PaperRows(JdbcClient db) {
    this.db = db;
  }

  /**
   * A document without its content.
   *
   * @param record record to which it belongs, possibly not arrived yet
   * @param user user who delivered the first piece
   * @param pieces number of pieces
   * @param state {@code coming}, {@code kept} if it is complete but its record is missing, {@code
   *     taken}
   * @param sha256 digest of the complete encrypted file, once all pieces are here
   * @param key key under which its content is encrypted, or null
   * @param at when the last piece arrived
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

    /** Whether a phone was told that it may delete it. */
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

  /** Locks a document until the transaction ends, so that it is assembled only once. */
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

  /** Number of bytes of incomplete documents of a user. */
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

  /** Stores a piece unless it is already here. */
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

  /** Numbers of the pieces that have arrived. */
  List<Integer> have(UUID paper) {
    return db.sql("select number from phone_piece where paper = :paper order by number")
        .param("paper", paper)
        .query(Integer.class)
        .list();
  }

  /** All pieces concatenated. */
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

  /** Marks it as complete without a record. */
  void kept(UUID paper, String sha256) {
    db.sql("update phone_paper set state = 'kept', sha256 = :sha256 where id = :id")
        .param("sha256", sha256)
        .param("id", paper)
        .update();
  }

  /** Stores the finished document and deletes its pieces. */
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

  /** Documents in a state that have not changed since a given time. */
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
