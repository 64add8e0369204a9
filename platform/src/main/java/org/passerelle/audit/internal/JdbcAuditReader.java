package org.passerelle.audit.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the chain in stretches, so that a long log needs little memory. */
@Component
class JdbcAuditReader implements AuditReader {
  private static final int STRETCH = 5_000;
  private static final UUID ANY = new UUID(0, 0);
  private final JdbcClient db;

  JdbcAuditReader(JdbcClient db) {
    this.db = db;
  }

  @Override
  @Transactional(readOnly = true)
  public List<AuditEntry> entries(
      @Nullable UUID subject, @Nullable UUID user, String action, int offset, int limit) {
    return db.sql(
            """
            select number, at, user_id, organisation, action, subject_kind, subject, detail, hash
              from audit_entry
             where (:subject = :any or subject = :subject)
               and (:user = :any or user_id = :user)
               and action like :action
             order by number desc
             limit :limit offset :offset
            """)
        .param("any", ANY)
        .param("subject", subject == null ? ANY : subject)
        .param("user", user == null ? ANY : user)
        .param("action", prefix(action))
        .param("limit", limit)
        .param("offset", offset)
        .query(JdbcAuditLog::entry)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public long count(@Nullable UUID subject, @Nullable UUID user, String action) {
    return db.sql(
            """
            select count(*) from audit_entry
             where (:subject = :any or subject = :subject)
               and (:user = :any or user_id = :user)
               and action like :action
            """)
        .param("any", ANY)
        .param("subject", subject == null ? ANY : subject)
        .param("user", user == null ? ANY : user)
        .param("action", prefix(action))
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Broken> firstBroken() {
    String hash = AuditEntry.BEGINNING;
    long number = 0;
    while (true) {
      List<AuditEntry> stretch =
          db.sql(
                  """
                  select number, at, user_id, organisation, action, subject_kind, subject, detail, hash
                    from audit_entry where number > :after order by number limit :limit
                  """)
              .param("after", number)
              .param("limit", STRETCH)
              .query(JdbcAuditLog::entry)
              .list();
      for (AuditEntry entry : stretch) {
        number++;
        if (entry.number() != number) {
          return Optional.of(
              new Broken(number, "an entry with number " + number, "entry " + entry.number()));
        }
        String expected = entry.hashAfter(hash);
        if (!expected.equals(entry.hash())) {
          return Optional.of(new Broken(number, expected, entry.hash()));
        }
        hash = entry.hash();
      }
      if (stretch.size() < STRETCH) {
        return headDiffers(number, hash);
      }
    }
  }

  @Override
  @Transactional(readOnly = true)
  public long length() {
    return db.sql("select count(*) from audit_entry").query(Long.class).single();
  }

  /**
   * Entries cut off at the end leave a whole chain; the head, kept apart, tells that some are
   * missing.
   */
  private Optional<Broken> headDiffers(long number, String hash) {
    String head = db.sql("select hash from audit_head where id = 1").query(String.class).single();
    return head.equals(hash)
        ? Optional.empty()
        : Optional.of(new Broken(number + 1, head, "the log ends at entry " + number));
  }

  private static String prefix(String action) {
    return action.replace("%", "").replace("_", "") + "%";
  }
}
