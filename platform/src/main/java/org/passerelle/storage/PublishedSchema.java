package org.passerelle.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The schema {@value #NAME} of a PostgreSQL database: views of what is published and the functions
 * for tips, all that the process of the public pages may use. The operator makes it empty with the
 * account ({@link #account}); the house fills it at each start, and empties it before a migration,
 * which views would stand in the way of (decision 0195).
 */
public final class PublishedSchema {
  /** Name of the schema. */
  public static final String NAME = "published";

  /** Counts tables outside the schema that an account may read or change: there must be none. */
  public static final String OTHERS =
      """
      select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('published', 'pg_catalog', 'information_schema', 'pg_toast')
        and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and (has_any_column_privilege(c.oid, 'select') or has_any_column_privilege(c.oid, 'insert')
          or has_any_column_privilege(c.oid, 'update') or has_table_privilege(c.oid, 'delete, truncate'))""";

  private PublishedSchema() {}

  /**
   * What the views and functions of this program were made for.
   *
   * @param migration number of the newest migration
   */
  public static String mark(String migration) {
    return migration + " " + Sha256.of(script("published")).substring(0, 12);
  }

  /**
   * SQL that makes the account of the process and the empty schema, for somebody who may do so.
   *
   * @param role name of the account, of lower-case letters, digits and underscores
   */
  public static String account(String role) {
    return script("public-account").replace("${role}", role);
  }

  /** Takes away what is in the schema, if the database has it. */
  public static void empty(DataSource database) {
    inTransaction(database, statement -> statement.execute(script("published-empty")));
  }

  /**
   * Makes the views and functions anew, if the database has the schema.
   *
   * @param migration number of the newest migration
   */
  public static void fill(DataSource database, String migration) {
    inTransaction(
        database,
        statement -> {
          statement.execute(script("published-empty"));
          statement.execute(script("published").replace("${made_for}", mark(migration)));
        });
  }

  private interface Work {
    void on(Statement statement) throws SQLException;
  }

  private static void inTransaction(DataSource database, Work work) {
    try (Connection connection = database.getConnection()) {
      if (!isThere(connection)) {
        return;
      }
      boolean before = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        work.on(statement);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(before);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          """
          The schema %s cannot be filled: %s.
          Maybe it belongs to another role than the tables: run again what ./passerelle public-account prints."""
              .formatted(NAME, e.getMessage()),
          e);
    }
  }

  private static boolean isThere(Connection connection) throws SQLException {
    if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      return false;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select 1 from pg_namespace where nspname = '" + NAME + "'")) {
      return row.next();
    }
  }

  private static String script(String name) {
    String file = "/db/" + name + ".sql";
    try (InputStream in = PublishedSchema.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
