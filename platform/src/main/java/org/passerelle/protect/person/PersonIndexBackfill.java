package org.passerelle.protect.person;

import java.util.List;
import java.util.UUID;
import org.passerelle.storage.Rows;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks the names of persons that an earlier version stored, once, when the house starts. */
@Component
class PersonIndexBackfill implements ApplicationRunner {
  private static final int AT_ONCE = 500;
  private final JdbcClient db;
  private final NamedParameterJdbcOperations named;
  private final Vault vault;
  private final SealedJson sealed;
  private final SearchHashes marks;
  private final TransactionTemplate transaction;

  PersonIndexBackfill(
      JdbcClient db,
      NamedParameterJdbcOperations named,
      Vault vault,
      SealedJson sealed,
      SearchHashes marks,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.named = named;
    this.vault = vault;
    this.sealed = sealed;
    this.marks = marks;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Sealed(UUID id, UUID organisation, byte[] identity) {}

  @Override
  public void run(ApplicationArguments arguments) {
    while (Boolean.TRUE.equals(transaction.execute(status -> somePersons() > 0))) {
      // some more
    }
  }

  private int somePersons() {
    List<Sealed> some =
        db.sql(
                "select id, organisation, identity from person where not marked and identity is not null limit :limit")
            .param("limit", AT_ONCE)
            .query(
                (row, i) ->
                    new Sealed(
                        row.getObject("id", UUID.class),
                        row.getObject("organisation", UUID.class),
                        row.getBytes("identity")))
            .list();
    Rows rows = new Rows();
    for (Sealed one : some) {
      db.sql("update person set marked = true where id = :id").param("id", one.id).update();
      if (vault.holds(one.id)) {
        marks.addNames(
            one.organisation,
            one.id,
            sealed.open(one.id, Persons.IDENTITY, one.identity, Identity.class).names(),
            rows);
      }
    }
    rows.insert(named);
    return some.size();
  }
}
