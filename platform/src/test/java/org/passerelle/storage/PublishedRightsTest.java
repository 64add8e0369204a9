package org.passerelle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the database account of the public pages can do: read the views of what is published, call
 * the functions for tips, and nothing else with any table, whichever is added later.
 */
@Tag("slow")
@Tag("postgresql")
class PublishedRightsTest {
  private static final String DENIED = "42501";

  /** An outline that joins tables: nobody can change it. */
  private static final String NO_CHANGE = "55000";

  /** A view: nobody can truncate it. */
  private static final String NO_TABLE = "42809";

  private static final List<String> VIEWS =
      List.of(
          "cycle_decision",
          "cycle_document",
          "estimate_release",
          "figure_release",
          "letter_edition",
          "letter_release",
          "made_for",
          "organisation",
          "register_entry",
          "tip_team");
  private static final List<String> FUNCTIONS =
      List.of("add_to_tip", "is_sealed", "send_tip", "tip_of", "tip_sent", "tip_told");
  private final House house = House.on(House.Database.POSTGRESQL);
  private Connection account;

  @BeforeEach
  void connect() throws SQLException {
    PublicHouse.prepare(house);
    account = PublicHouse.connection(house);
  }

  @AfterEach
  void end() throws SQLException {
    account.close();
  }

  /** Every table and view outside the schema of what is published, each with a column. */
  private Map<String, String> others() {
    Map<String, String> others = new TreeMap<>();
    house
        .db()
        .sql(
            """
            select table_schema, table_name, min(column_name) as a_column from information_schema.columns
            where table_schema not in ('published', 'pg_catalog', 'information_schema')
            group by table_schema, table_name""")
        .query(
            row -> {
              others.put(
                  row.getString("table_schema") + "." + row.getString("table_name"),
                  row.getString("a_column"));
            });
    return others;
  }

  @Test
  void noOtherTableIsReadOrChanged() throws SQLException {
    Map<String, String> others = others();
    assertThat(others.keySet())
        .hasSizeGreaterThan(300)
        .contains("public.tip", "public.tip_part", "public.audit_entry", "public.person");
    List<String> allowed = new ArrayList<>();
    others.forEach(
        (table, column) -> {
          refused(allowed, "select count(*) from " + table, DENIED);
          refused(allowed, "insert into " + table + " default values", DENIED, NO_CHANGE);
          refused(allowed, "update %s set %s = null".formatted(table, column), DENIED, NO_CHANGE);
          refused(allowed, "delete from " + table, DENIED, NO_CHANGE);
          refused(allowed, "truncate " + table, DENIED, NO_TABLE);
        });
    assertThat(allowed).isEmpty();
    assertThat(one(PublishedSchema.OTHERS)).isEqualTo("0");
  }

  private void refused(List<String> allowed, String statement, String... states) {
    String state = state(statement);
    if (!List.of(states).contains(state)) {
      allowed.add(statement + ": " + state);
    }
  }

  /** What the database says to a statement: its state, or that it was done. */
  private String state(String sql) {
    try (Statement statement = account.createStatement()) {
      statement.execute(sql);
      return "done";
    } catch (SQLException e) {
      return String.valueOf(e.getSQLState());
    }
  }

  @Test
  void whatIsPublishedIsReadAndNeverChanged() throws SQLException {
    assertThat(
            list(
                "select table_name from information_schema.tables where table_schema = 'published'"))
        .containsExactlyInAnyOrderElementsOf(VIEWS);
    for (String view : VIEWS) {
      assertThat(state("select count(*) from published." + view)).as(view).isEqualTo("done");
      for (String right : Set.of("insert", "update", "delete", "truncate", "trigger")) {
        assertThat(one("select has_table_privilege('published.%s', '%s')".formatted(view, right)))
            .as("%s on %s", right, view)
            .isEqualTo("f");
      }
    }
  }

  @Test
  void itCallsTheFunctionsForTipsAndNoOtherThatActsForTheOwner() throws SQLException {
    assertThat(list("select proname from pg_proc where pronamespace = 'published'::regnamespace"))
        .containsExactlyInAnyOrderElementsOf(FUNCTIONS);
    assertThat(
            list(
                """
                select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and n.nspname not in ('published', 'pg_catalog', 'information_schema')
                  and has_function_privilege(p.oid, 'execute')"""))
        .isEmpty();
    assertThat(
            list(
                """
                select rolname from pg_roles where rolname = current_user and not rolsuper and not rolcreaterole
                  and not rolcreatedb and not rolreplication and not rolbypassrls"""))
        .containsExactly(PublicHouse.ROLE);
    assertThat(list("select 1 from pg_auth_members where member = current_user::regrole"))
        .as("it is a member of no other role")
        .isEmpty();
    for (String right : List.of("create")) {
      assertThat(one("select has_schema_privilege('published', '%s')".formatted(right)))
          .isEqualTo("f");
      assertThat(one("select has_schema_privilege('public', '%s')".formatted(right)))
          .isEqualTo("f");
    }
  }

  @Test
  void noTipIsFoundWithoutItsCode() throws SQLException {
    assertThat(list("select team from published.tip_of(repeat('0', 64))")).isEmpty();
    assertThat(list("select at from published.tip_told('%')")).isEmpty();
    assertThat(one("select published.tip_sent('%')")).isEqualTo("f");
    assertThat(
            one(
                """
                select published.add_to_tip(repeat('0', 64), gen_random_uuid(), 'x',
                  convert_to(E'age-encryption.org/v1\\n-> X25519 ', 'UTF8') || decode(repeat('00', 16600), 'hex'))"""))
        .isEqualTo("gone");
    assertThat(state("select published.add_to_tip('x', gen_random_uuid(), 'x', 'in clear'::bytea)"))
        .as("nothing goes in unsealed")
        .isEqualTo("23514");
  }

  private String one(String sql) throws SQLException {
    return list(sql).get(0);
  }

  private List<String> list(String sql) throws SQLException {
    try (Statement statement = account.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }
}
