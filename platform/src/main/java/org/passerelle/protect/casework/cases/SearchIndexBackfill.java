package org.passerelle.protect.casework.cases;

import java.util.List;
import java.util.UUID;
import org.passerelle.protect.person.SearchHashes;
import org.passerelle.storage.Rows;
import org.passerelle.storage.Vault;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Builds the search index of cases stored by an earlier version, once at start-up. */
@Component
class SearchIndexBackfill implements ApplicationRunner {
  private static final int AT_ONCE = 500;
  private final JdbcClient db;
  private final NamedParameterJdbcOperations named;
  private final Vault vault;
  private final Cases cases;
  private final SearchHashes marks;
  private final TransactionTemplate transaction;

  SearchIndexBackfill(
      JdbcClient db,
      NamedParameterJdbcOperations named,
      Vault vault,
      Cases cases,
      SearchHashes marks,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.named = named;
    this.vault = vault;
    this.cases = cases;
    this.marks = marks;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Sealed(UUID id, UUID organisation, byte[] document) {}

  @Override
  public void run(ApplicationArguments arguments) {
    while (Boolean.TRUE.equals(transaction.execute(status -> someCases() > 0))) {
      // some more
    }
  }

  private int someCases() {
    List<Sealed> some =
        db.sql(
                "select id, organisation, details as document from protect_case where not marked limit :limit")
            .param("limit", AT_ONCE)
            .query(
                (row, i) ->
                    new Sealed(
                        row.getObject("id", UUID.class),
                        row.getObject("organisation", UUID.class),
                        row.getBytes("document")))
            .list();
    Rows rows = new Rows();
    for (Sealed one : some) {
      db.sql("update protect_case set marked = true where id = :id").param("id", one.id).update();
      if (vault.holds(one.id)) {
        marks.addPseudonym(one.organisation, one.id, cases.pseudonym(one.id, one.document), rows);
      }
    }
    rows.insert(named);
    return some.size();
  }
}
