package org.passerelle.accounts.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Browsers on which a user has completed a sign-in, recognised by a cookie for ninety days. */
@Component
public class Devices {
  public static final Duration REMEMBERED = Duration.ofDays(90);
  private final JdbcClient db;
  private final Clock clock;
  private final Secrets secrets;

  Devices(JdbcClient db, Clock clock, Secrets secrets) {
    this.db = db;
    this.clock = clock;
    this.secrets = secrets;
  }

  /** Whether this login was used on the device before; takes as long for an unknown login. */
  @Transactional(readOnly = true)
  public boolean knows(@Nullable String token, String loginKey) {
    return token != null
        && db.sql(
                    """
                select count(*) from known_device d join app_user u on u.id = d.user_id
                where d.hash = :hash and u.login_key = :login and d.last_used > :old
                """)
                .param("hash", Secrets.digest("device", token))
                .param("login", loginKey)
                .param("old", Columns.now(clock).minus(REMEMBERED))
                .query(Integer.class)
                .single()
            > 0;
  }

  /**
   * Remembers a device.
   *
   * @return content of its cookie, always new
   */
  @Transactional
  public String remember(@Nullable String old, UUID user) {
    if (old != null) {
      db.sql("delete from known_device where hash = :hash and user_id = :user")
          .param("hash", Secrets.digest("device", old))
          .param("user", user)
          .update();
    }
    db.sql("delete from known_device where user_id = :user and last_used < :old")
        .param("user", user)
        .param("old", Columns.now(clock).minus(REMEMBERED))
        .update();
    String token = secrets.token();
    db.sql("insert into known_device (hash, user_id, last_used) values (:hash, :user, :now)")
        .param("hash", Secrets.digest("device", token))
        .param("user", user)
        .param("now", Columns.now(clock))
        .update();
    return token;
  }

  /** Forgets all devices of a user, when their sign-in is reset. */
  @Transactional
  public void forget(UUID user) {
    db.sql("delete from known_device where user_id = :user").param("user", user).update();
  }
}
