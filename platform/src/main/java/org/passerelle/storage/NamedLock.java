package org.passerelle.storage;

import org.passerelle.PublicProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A named lock in the database: code that compares a count with a limit acquires it first and holds
 * it until its transaction ends. Otherwise concurrent transactions would each see the same earlier
 * count.
 */
@Component
@PublicProcess
public class NamedLock {
  private final JdbcClient db;

  NamedLock(JdbcClient db) {
    this.db = db;
  }

  /**
   * Waits for the lock.
   *
   * @param name what is counted, such as {@code persons} and a user's identifier; at most 100
   *     characters
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void acquire(String name) {
    db.sql("insert into turn (name) values (:name) on conflict do nothing")
        .param("name", name)
        .update();
    db.sql("select name from turn where name = :name for update")
        .param("name", name)
        .query(String.class)
        .single();
  }
}
