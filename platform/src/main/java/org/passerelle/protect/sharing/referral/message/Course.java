package org.passerelle.protect.sharing.referral.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;

/**
 * Delivery status of something that this side wrote.
 *
 * @param left whether it was sent from here; false for received items and for those written before
 *     this was stored
 * @param stopped whether it will never be sent because its basis was revoked
 * @param arrivedAt when it reached the other side, or null
 * @param readAt when somebody there first opened it, or null
 */
public record Course(
    boolean left, boolean stopped, @Nullable Instant arrivedAt, @Nullable Instant readAt) {
  /** Status of items received from the other side. */
  public static final Course CAME = new Course(false, false, null, null);

  /** Reads the status from a row. */
  public static Course of(ResultSet row, boolean left) throws SQLException {
    return new Course(
        left,
        row.getBoolean("stopped"),
        Columns.instantOrNull(row, "arrived_at"),
        Columns.instantOrNull(row, "read_at"));
  }

  /** Status code; empty if there is nothing to show. */
  public String code() {
    if (!left) {
      return "";
    }
    if (stopped) {
      return "stopped";
    }
    return readAt != null ? "read" : arrivedAt != null ? "arrived" : "waiting";
  }

  /** Time of the status; null while it waits. */
  public @Nullable Instant at() {
    return readAt != null ? readAt : arrivedAt;
  }
}
