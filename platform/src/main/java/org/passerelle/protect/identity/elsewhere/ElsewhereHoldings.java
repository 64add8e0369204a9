package org.passerelle.protect.identity.elsewhere;

import java.util.List;
import java.util.UUID;
import org.passerelle.outbox.MovedOrders;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may find a case, to whom it was put as a question, and who asked for it; erased with the
 * case. Recipients of questions and answers are told of an erasure like those of any disclosure.
 */
@Component
class ElsewhereHoldings implements Holdings {
  private final JdbcClient db;
  private final MovedOrders orders;

  ElsewhereHoldings(JdbcClient db, MovedOrders orders) {
    this.db = db;
    this.orders = orders;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("case_findable", "goes with the case"),
        Table.erased("known_question", "goes with the case"),
        Table.erased("known_hit", "goes with the case"),
        Table.nothing("known_asked", "questions of others; leads to nobody without a hit"),
        Table.nothing("known_marks", "marks that are as good as chance, until they are compared"),
        Table.nothing("known_round", "sizes that were signed"),
        Table.nothing("known_day", "counts of questions"));
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        "update known_question set organisation = :to where case_id = any(cast(:ids as uuid array))",
        moved.whole().cases());
    moved.rows(
        "update known_hit set organisation = :to where case_id = any(cast(:ids as uuid array))",
        moved.whole().cases());
    UUID from = moved.whole().organisation();
    orders.move(asked(moved.whole().cases()), from, moved.to(), true);
    orders.move(answered(moved.whole().cases()), from, moved.to(), false);
  }

  private List<UUID> asked(List<UUID> cases) {
    return db.sql("select id from known_question where case_id = any(cast(:ids as uuid array))")
        .param("ids", UuidArray.of(cases))
        .query(UUID.class)
        .list();
  }

  private List<UUID> answered(List<UUID> cases) {
    return db.sql(
            "select distinct question from known_hit where case_id = any(cast(:ids as uuid array))")
        .param("ids", UuidArray.of(cases))
        .query(UUID.class)
        .list();
  }
}
