package org.passerelle.protect.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.Columns;

/**
 * How far something came that this side wrote.
 *
 * @param left whether it was given to be sent here; false of what came, and of what was written
 *     before this was kept
 * @param stopped whether it will not leave any more: what it rested on was taken back
 * @param arrivedAt when it reached the other side, or null
 * @param readAt when somebody there opened it first, or null
 */
public record Course(
    boolean left, boolean stopped, @Nullable Instant arrivedAt, @Nullable Instant readAt) {
  /** Of what came from the other side. */
  public static final Course CAME = new Course(false, false, null, null);

  /** As a row holds it. */
  public static Course of(ResultSet row, boolean left) throws SQLException {
    return new Course(
        left,
        row.getBoolean("stopped"),
        Columns.instantOrNull(row, "arrived_at"),
        Columns.instantOrNull(row, "read_at"));
  }

  /** Code of how far it came; empty where nothing is to be said. */
  public String code() {
    if (!left) {
      return "";
    }
    if (stopped) {
      return "stopped";
    }
    return readAt != null ? "read" : arrivedAt != null ? "arrived" : "waiting";
  }

  /** Since when that is so; null while it waits. */
  public @Nullable Instant at() {
    return readAt != null ? readAt : arrivedAt;
  }
}
