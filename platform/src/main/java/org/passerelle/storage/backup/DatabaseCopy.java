package org.passerelle.storage.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Copies all rows of all tables as of one moment, table by table, in an order in which they can be
 * inserted again. The format is independent of the database.
 */
final class DatabaseCopy {
  private static final int H2_SNAPSHOT = 6;
  private static final int AT_ONCE = 2_000;
  private static final byte ROW = 1;
  private static final byte END = 0;
  private final Connection connection;
  private final BiConsumer<String, Long> progress;

  /**
   * Uses a connection of its own.
   *
   * @param progress receives the table and the number of rows done
   */
  DatabaseCopy(Connection connection, BiConsumer<String, Long> progress) {
    this.connection = connection;
    this.progress = progress;
  }

  private boolean isH2() throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("H2");
  }

  /** Writes all tables; returns the number of rows. */
  long write(DataOutputStream out) throws SQLException, IOException {
    connection.setAutoCommit(false);
    try (Statement set = connection.createStatement()) {
      if (isH2()) {
        connection.setTransactionIsolation(H2_SNAPSHOT);
        set.execute("set lazy_query_execution 1");
      } else {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      }
      out.writeUTF(Tables.version(connection));
      long rows = 0;
      for (String table : Tables.of(connection)) {
        rows += write(table, out);
        progress.accept(table, rows);
      }
      out.writeUTF("");
      out.writeLong(rows);
      return rows;
    } finally {
      connection.rollback();
      if (isH2()) {
        // restore the settings: the connection may be reused afterwards
        try (Statement set = connection.createStatement()) {
          set.execute("set lazy_query_execution 0");
        }
        connection.rollback();
      }
    }
  }

  private long write(String table, DataOutputStream out) throws SQLException, IOException {
    try (Statement select = connection.createStatement()) {
      select.setFetchSize(AT_ONCE);
      try (ResultSet rows = select.executeQuery("select * from " + quoted(table))) {
        List<String> columns = columns(rows);
        out.writeUTF(table);
        out.writeShort(columns.size());
        for (String column : columns) {
          out.writeUTF(column);
        }
        long count = 0;
        while (rows.next()) {
          out.writeByte(ROW);
          for (int i = 1; i <= columns.size(); i++) {
            Values.write(out, value(rows, i));
          }
          count++;
        }
        out.writeByte(END);
        return count;
      }
    }
  }

  private static List<String> columns(ResultSet rows) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      columns.add(rows.getMetaData().getColumnName(i));
    }
    return columns;
  }

  static @Nullable Object value(ResultSet rows, int column) throws SQLException {
    return switch (rows.getMetaData().getColumnType(column)) {
      case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP ->
          rows.getObject(column, OffsetDateTime.class);
      case Types.DATE -> rows.getObject(column, LocalDate.class);
      // H2 reports identifiers as binary
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
          rows.getObject(column) instanceof UUID id ? id : rows.getBytes(column);
      default -> rows.getObject(column);
    };
  }

  /**
   * Inserts all rows into the tables of a fresh schema, in one transaction.
   *
   * @param in positioned after the schema version, which the caller has read
   * @return the number of rows
   */
  long read(DataInputStream in) throws SQLException, IOException {
    connection.setAutoCommit(false);
    List<String> tables = new ArrayList<>(Tables.of(connection));
    Collections.reverse(tables);
    try (Statement delete = connection.createStatement()) {
      for (String table : tables) {
        delete.execute("delete from " + quoted(table));
      }
    }
    long rows = 0;
    for (String table = in.readUTF(); !table.isEmpty(); table = in.readUTF()) {
      if (!tables.contains(table)) {
        throw new BadBackup(
            "The backup holds a table %s that this program does not know.".formatted(table));
      }
      rows += read(table, in);
      progress.accept(table, rows);
    }
    if (in.readLong() != rows) {
      throw new BadBackup("The backup is incomplete: its row counts do not add up.");
    }
    connection.commit();
    return rows;
  }

  private long read(String table, DataInputStream in) throws SQLException, IOException {
    int count = in.readUnsignedShort();
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add(quoted(in.readUTF()));
    }
    String sql =
        "insert into %s (%s) values (%s)"
            .formatted(
                quoted(table),
                String.join(", ", columns),
                String.join(", ", Collections.nCopies(count, "?")));
    long rows = 0;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      while (in.readByte() == ROW) {
        for (int i = 1; i <= count; i++) {
          set(insert, i, Values.read(in));
        }
        insert.addBatch();
        if (++rows % AT_ONCE == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    return rows;
  }

  private static void set(PreparedStatement insert, int i, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      insert.setNull(i, Types.NULL);
    } else if (value instanceof byte[] bytes) {
      insert.setBytes(i, bytes);
    } else if (value instanceof UUID id) {
      insert.setObject(i, id);
    } else {
      insert.setObject(i, value);
    }
  }

  private static String quoted(String name) {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new BadBackup("The backup contains a name that no table or column has: " + name + ".");
    }
    return '"' + name + '"';
  }
}
