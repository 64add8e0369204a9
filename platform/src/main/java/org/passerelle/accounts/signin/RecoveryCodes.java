package org.passerelle.accounts.signin;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ten printed codes for a user who has lost the phone; each works once. */
@Component
public class RecoveryCodes {
  static final int COUNT = 10;
  private final JdbcClient db;
  private final Clock clock;
  private final Secrets secrets;

  RecoveryCodes(JdbcClient db, Clock clock, Secrets secrets) {
    this.db = db;
    this.clock = clock;
    this.secrets = secrets;
  }

  /** Generates new codes, shown once; older ones stop working. */
  @Transactional
  public List<String> renew(UUID user) {
    db.sql("delete from recovery_code where user_id = :user").param("user", user).update();
    List<String> codes = Stream.generate(secrets::recoveryCode).limit(COUNT).toList();
    for (String code : codes) {
      db.sql("insert into recovery_code (user_id, hash) values (:user, :hash)")
          .param("user", user)
          .param("hash", digest(user, code))
          .update();
    }
    return codes;
  }

  /** Number of unused codes. */
  @Transactional(readOnly = true)
  public int left(UUID user) {
    return db.sql("select count(*) from recovery_code where user_id = :user and used is null")
        .param("user", user)
        .query(Integer.class)
        .single();
  }

  /** Whether the text looks like a recovery code: longer than an app's digits. */
  static boolean looksLike(String typed) {
    return plain(typed).length() == 16;
  }

  /** Consumes a code, if it is valid. */
  @Transactional
  public boolean accept(UUID user, String typed) {
    return db.sql(
                """
                update recovery_code set used = :now
                where user_id = :user and hash = :hash and used is null
                """)
            .param("now", Columns.now(clock))
            .param("user", user)
            .param("hash", digest(user, typed))
            .update()
        == 1;
  }

  private static String digest(UUID user, String code) {
    return Secrets.digest("recovery." + user, plain(code));
  }

  private static String plain(String code) {
    return code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
  }
}
