package org.passerelle.protect.casework.phone;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.passerelle.partner.SigningKeys;
import org.passerelle.partner.nodes.identity.Signed;
import org.passerelle.storage.Columns;
import org.passerelle.storage.NamedLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records the succession of the keys by which phones recognise this node: statements about changes,
 * each signed by a key of the previous one. A phone that trusts an old key follows the statements
 * to the current one. Keys replaced in an emergency, because the old ones may be compromised, start
 * a new chain: no statement leads to them. Thread-safe.
 */
@Component
class PhoneTrust {
  private final JdbcClient db;
  private final SigningKeys signing;
  private final NamedLock lock;
  private final Clock clock;
  private final TransactionTemplate transaction;

  PhoneTrust(
      JdbcClient db,
      SigningKeys signing,
      NamedLock lock,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.signing = signing;
    this.lock = lock;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Link(int number, String keys) {
    boolean has(String key) {
      return Arrays.asList(keys.split(" ", -1)).contains(key);
    }
  }

  /**
   * Stores a statement if the keys differ from those of the last one.
   *
   * @param statement statement signed now
   */
  void follow(Supplier<String> statement) {
    if (changed()) {
      transaction.executeWithoutResult(
          status -> {
            lock.acquire("phone.trust");
            if (changed()) {
              keep(statement.get());
            }
          });
    }
  }

  private boolean changed() {
    return last().filter(link -> link.keys().equals(keys())).isEmpty();
  }

  private String keys() {
    return String.join(
        " ",
        signing.announced().stream().map(key -> String.valueOf(key.get("kid"))).sorted().toList());
  }

  private void keep(String statement) {
    String signedBy = Signed.unchecked(statement, PhoneKeys.TYPE).getHeader().getKeyID();
    Optional<Link> last = last();
    if (last.filter(link -> link.has(signedBy)).isEmpty()) {
      db.sql("delete from phone_trust").update();
    }
    db.sql(
            """
            insert into phone_trust (number, keys, statement, at) values (:number, :keys, :statement, :at)
            """)
        .param("number", last.map(Link::number).orElse(0) + 1)
        .param("keys", keys())
        .param("statement", statement)
        .param("at", Columns.at(clock.instant()))
        .update();
  }

  private Optional<Link> last() {
    return db.sql("select number, keys from phone_trust order by number desc limit 1")
        .query((row, i) -> new Link(row.getInt("number"), row.getString("keys")))
        .optional();
  }

  /** The statements, oldest first. */
  List<String> chain() {
    return db.sql("select statement from phone_trust order by number").query(String.class).list();
  }

  /**
   * Deletes statements that lead from keys which no decryptable phone data can use; never the last
   * one.
   */
  void end(Instant before) {
    db.sql(
            """
            delete from phone_trust
             where at < :before and number < (select max(t.number) from phone_trust t)
            """)
        .param("before", Columns.at(before))
        .update();
  }
}
