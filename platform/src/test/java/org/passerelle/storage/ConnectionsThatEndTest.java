package org.passerelle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Subject;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.protect.casework.screening.Screenings;

/**
 * The embedded database works on after every connection that the house began with has ended (issue
 * 14, section 1, item 1). A pool ends each after half an hour; here all end at once.
 */
@Tag("slow")
@Tag("long")
class ConnectionsThatEndTest {
  @TempDir Path folder;

  @Test
  void aFreshFolderWorksAfterItsFirstConnectionsHaveEnded() {
    House house =
        House.with(
            House.Database.H2,
            Map.of("spring.datasource.url", url(), House.RUNNING_SCHEDULES, true));
    try {
      worksOn(house);
    } finally {
      house.close();
    }
  }

  /** Made as every version until 1.9 made it: migrated over the pool that then went on working. */
  @Test
  void anOldFolderWorksAfterItsFirstConnectionsHaveEnded() {
    migrateAsBefore();
    House house =
        House.with(
            House.Database.H2,
            Map.of("spring.datasource.url", url(), House.RUNNING_SCHEDULES, true));
    try {
      worksOn(house);
    } finally {
      house.close();
    }
  }

  /** A later version may rebuild a table that has checks, domains, views and computed columns. */
  @Test
  void aLaterMigrationOfAnOldFolderLeavesNothingBoundToItsConnection() {
    migrateAsBefore();
    House house =
        House.with(
            House.Database.H2,
            Map.of(
                "spring.datasource.url",
                url(),
                "spring.flyway.locations",
                "classpath:db/migration/common,classpath:db/migration/h2,classpath:db/later"));
    try {
      worksOn(house);
      house.db().sql("insert into later (kind) values ('old')").update();
      assertThat(
              house
                  .db()
                  .sql("select kind || ' ' || age || ' ' || state from later_seen")
                  .query(String.class)
                  .list())
          .containsExactly("old past new");
    } finally {
      house.close();
    }
  }

  private void worksOn(House house) {
    house.endConnections();
    evaluateEveryCheck(house);
    SignedIn officer = house.somebody(Role.FIRST_RESPONDER, Role.CASE_MANAGER);
    UUID screening = house.get(Screenings.class).start(officer, "screening-short", Answers.NONE);
    house.get(Screenings.class).save(officer, screening, answers -> answers);
    house.endConnections();
    Submissions submissions = house.get(Submissions.class);
    UUID person = house.get(Identifiers.class).next();
    house.get(Vault.class).createKey(person, officer.organisation());
    UUID draft =
        submissions.start(
            officer,
            new Subject("person", person, person, officer.organisation()),
            house.get(FormDefinitions.class).current("htcds-intake").orElseThrow(),
            Answers.NONE);
    submissions.save(
        officer, draft, answers -> answers.with("prs_Gender", Answer.of(new Answer.NotKnown())));
    assertThat(submissions.read(officer, draft).entry().revision()).isEqualTo(2);
  }

  /**
   * Gives every table with a check a row: whether it is taken does not matter, but the check must
   * be answered. 23514 says that it could not be.
   */
  private static void evaluateEveryCheck(House house) {
    List<String> tables =
        house
            .db()
            .sql(
                """
                select distinct table_name from information_schema.table_constraints
                 where constraint_type = 'CHECK' and table_schema = 'public'
                 order by table_name
                """)
            .query(String.class)
            .list();
    assertThat(tables).contains("audit_head", "node_mark", "submission");
    List<String> unanswered = new ArrayList<>();
    try (Connection connection = house.get(DataSource.class).getConnection()) {
      connection.setAutoCommit(false);
      for (String table : tables) {
        try (var statement = connection.createStatement()) {
          statement.execute(row(house, table));
        } catch (SQLException e) {
          if (e.getErrorCode() == 23514 || e.getErrorCode() == 90098) {
            unanswered.add(table + ": " + e.getMessage());
          }
        }
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    assertThat(unanswered).isEmpty();
  }

  private static String row(House house, String table) {
    List<String> values =
        house
            .db()
            .sql(
                """
                select case when is_generated = 'ALWAYS' or is_identity = 'YES' then 'default'
                            when data_type = 'UUID' then 'random_uuid()'
                            when data_type like 'TIMESTAMP%' then 'current_timestamp'
                            when data_type = 'DATE' then 'current_date'
                            when data_type = 'BOOLEAN' then 'true'
                            when data_type in ('INTEGER', 'BIGINT', 'NUMERIC', 'DOUBLE PRECISION', 'SMALLINT') then '1'
                            when data_type like 'BINARY%' then 'x''00'''
                            else '''x''' end
                  from information_schema.columns
                 where table_schema = 'public' and table_name = :table
                 order by ordinal_position
                """)
            .param("table", table)
            .query(String.class)
            .list();
    return "insert into " + table + " values (" + String.join(", ", values) + ")";
  }

  private void migrateAsBefore() {
    JdbcConnectionPool pool = JdbcConnectionPool.create(url(), "", "");
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/migration/common", "classpath:db/migration/h2")
        .placeholders(Map.of("app", ""))
        .target("0600")
        .load()
        .migrate();
    pool.dispose();
  }

  private String url() {
    return "jdbc:h2:file:"
        + folder.resolve("passerelle")
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
  }
}
