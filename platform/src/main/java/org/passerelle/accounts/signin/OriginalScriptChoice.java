package org.passerelle.accounts.signin;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Users who want to see names in their original script as well. */
@Component
public class OriginalScriptChoice {
  private final JdbcClient db;

  OriginalScriptChoice(JdbcClient db) {
    this.db = db;
  }

  /** Whether a user wants it; off by default. */
  @Transactional(readOnly = true)
  public boolean wishes(UUID user) {
    return db.sql("select count(*) from names_beside where user_id = :user")
            .param("user", user)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Switches it on or off. */
  @Transactional
  public void wish(SignedIn who, boolean beside) {
    db.sql("delete from names_beside where user_id = :user").param("user", who.user()).update();
    if (beside) {
      db.sql("insert into names_beside (user_id) values (:user)")
          .param("user", who.user())
          .update();
    }
  }
}
