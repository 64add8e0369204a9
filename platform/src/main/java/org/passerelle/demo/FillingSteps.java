package org.passerelle.demo;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Completed steps of filling a demonstration, stored in its database. */
@Component
class FillingSteps {
  private final JdbcClient db;
  private final TransactionTemplate transaction;

  FillingSteps(JdbcClient db, PlatformTransactionManager transactions) {
    this.db = db;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** In this order. */
  enum Step {
    FURNISHED,
    CONVENED,
    FIRST_PEOPLE,
    REFERRED,
    SCREENED,
    RESEARCHED,
    HANDED_OVER,
    SHARED,
    PLACED,
    WHOLE
  }

  /**
   * State after the last step.
   *
   * @param people number of people created
   * @param drawn number of draws from the seed
   */
  record Reached(Step step, int people, long drawn) {
    boolean includes(Step other) {
      return step.compareTo(other) >= 0;
    }
  }

  /** Empty for an empty demonstration, and for one filled by an older version. */
  Optional<Reached> reached() {
    return db.sql("select step, people, drawn from demo_filling where id = 1")
        .query(
            (row, i) ->
                new Reached(
                    Step.valueOf(row.getString("step")),
                    row.getInt("people"),
                    row.getLong("drawn")))
        .optional();
  }

  /** Runs a step and stores its completion, in one transaction. */
  void take(Step step, int people, Draws draws, Runnable work) {
    transaction.executeWithoutResult(
        status -> {
          work.run();
          mark(step, people, draws);
        });
  }

  private void mark(Step step, int people, Draws draws) {
    int there =
        db.sql(
                "update demo_filling set step = :step, people = :people, drawn = :drawn where id = 1")
            .param("step", step.name())
            .param("people", people)
            .param("drawn", draws.drawn())
            .update();
    if (there == 0) {
      db.sql(
              "insert into demo_filling (id, step, people, drawn) values (1, :step, :people, :drawn)")
          .param("step", step.name())
          .param("people", people)
          .param("drawn", draws.drawn())
          .update();
    }
  }
}
