package org.passerelle.accounts.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links for users without password: valid for a day, used once, stored as a digest. */
@Component
class SetupLinks {
  private static final Duration VALID = Duration.ofHours(24);
  private final JdbcClient db;
  private final Clock clock;
  private final Secrets secrets;

  SetupLinks(JdbcClient db, Clock clock, Secrets secrets) {
    this.db = db;
    this.clock = clock;
    this.secrets = secrets;
  }

  /**
   * A valid link.
   *
   * @param user whose password can be chosen with it, or null for the first run
   */
  record Link(String hash, @Nullable UUID user) {}

  /**
   * Creates a link; earlier ones for the same purpose become invalid.
   *
   * @param user null for the first run
   * @return the secret part
   */
  @Transactional
  public String make(@Nullable UUID user) {
    OffsetDateTime now = Columns.now(clock);
    withdraw(user);
    String token = secrets.token();
    db.sql(
            """
            insert into setup_link (hash, user_id, created, expires)
            values (:hash, :user, :created, :expires)
            """)
        .param("hash", Secrets.digest("setup", token))
        .param("user", user)
        .param("created", now)
        .param("expires", now.plus(VALID))
        .update();
    return token;
  }

  /** Invalidates the links of a user, or of the first run. */
  @Transactional
  public void withdraw(@Nullable UUID user) {
    if (user == null) {
      db.sql("delete from setup_link where user_id is null and used is null").update();
    } else {
      db.sql("delete from setup_link where user_id = :user and used is null")
          .param("user", user)
          .update();
    }
  }

  /** The link, if it is unused and has not expired. */
  @Transactional(readOnly = true)
  public Optional<Link> find(String token) {
    return db.sql(
            """
            select hash, user_id from setup_link
            where hash = :hash and used is null and expires > :now
            """)
        .param("hash", Secrets.digest("setup", token))
        .param("now", Columns.now(clock))
        .query((row, i) -> new Link(row.getString("hash"), row.getObject("user_id", UUID.class)))
        .optional();
  }

  /** Consumes the link; false if it was used concurrently. */
  @Transactional
  public boolean use(Link link) {
    OffsetDateTime now = Columns.now(clock);
    return db.sql(
                """
                update setup_link set used = :now
                where hash = :hash and used is null and expires > :now
                """)
            .param("hash", link.hash())
            .param("now", now)
            .update()
        == 1;
  }
}
