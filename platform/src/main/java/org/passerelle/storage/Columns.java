package org.passerelle.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Converts between {@code Instant} and timestamp columns with a time zone. */
public final class Columns {
  private Columns() {}

  /** A value of a non-null column. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** A parameter value. */
  public static OffsetDateTime at(Instant moment) {
    return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  /** The current moment as a parameter value. */
  public static OffsetDateTime now(Clock clock) {
    return at(clock.instant());
  }

  /** A value of a nullable column. */
  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
