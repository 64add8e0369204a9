package org.passerelle.protect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Moments as rows hold them: with an offset in the column, without one in the house. */
public final class Columns {
  private Columns() {}

  /** A moment that every row has. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** A moment as a parameter. */
  public static OffsetDateTime at(Instant moment) {
    return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  /** A moment that a row may lack. */
  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
