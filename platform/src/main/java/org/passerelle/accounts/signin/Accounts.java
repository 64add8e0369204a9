package org.passerelle.accounts.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Users as sign-in reads them. */
@Component
class Accounts {
  private final JdbcClient db;

  Accounts(JdbcClient db) {
    this.db = db;
  }

  /**
   * A login normalised for comparison: case, width and composition are ignored. Control characters,
   * some of which PostgreSQL rejects, become a character that no login contains.
   */
  static String key(String login) {
    String visible = login.strip().replaceAll("\\p{Cntrl}", "\uFFFD");
    String normal = Normalizer.normalize(visible, Normalizer.Form.NFKC);
    return normal.toLowerCase(Locale.ROOT);
  }

  @Transactional(readOnly = true)
  public Optional<SignInAccount> byLoginKey(String key) {
    return db.sql("select id from app_user where login_key = :key")
        .param("key", key)
        .query(UUID.class)
        .optional()
        .flatMap(this::byId);
  }

  @Transactional(readOnly = true)
  public Optional<SignInAccount> byId(UUID id) {
    return db.sql(
            """
            select u.id, u.login_key, u.organisation, u.password_hash, u.epoch,
                   u.active and o.active as is_open,
                   exists (select 1 from totp t where t.user_id = u.id) as has_totp,
                   exists (select 1 from passkey p where p.holder = u.id) as has_passkey
            from app_user u join organisation o on o.id = u.organisation
            where u.id = :id
            """)
        .param("id", id)
        .query(Accounts::account)
        .optional();
  }

  private static SignInAccount account(ResultSet row, int number) throws SQLException {
    return new SignInAccount(
        row.getObject("id", UUID.class),
        row.getString("login_key"),
        row.getObject("organisation", UUID.class),
        row.getString("password_hash"),
        row.getBoolean("is_open"),
        row.getLong("epoch"),
        row.getBoolean("has_totp"),
        row.getBoolean("has_passkey"));
  }

  @Transactional
  public void setPasswordHash(UUID user, String hash) {
    db.sql("update app_user set password_hash = :hash where id = :id")
        .param("hash", hash)
        .param("id", user)
        .update();
  }

  @Transactional
  public void speak(UUID user, String language) {
    db.sql("update app_user set language = :language where id = :id")
        .param("language", language)
        .param("id", user)
        .update();
  }

  /** Invalidates all earlier sessions and unfinished sign-ins. */
  @Transactional
  public void raiseEpoch(UUID user) {
    db.sql("update app_user set epoch = epoch + 1 where id = :id").param("id", user).update();
  }
}
