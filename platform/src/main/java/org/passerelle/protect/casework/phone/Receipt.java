package org.passerelle.protect.casework.phone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;

/**
 * Confirmation by the node that it has a record or document; only then does the phone delete it.
 *
 * @param sha256 digest of the received bytes, 64 hexadecimal digits
 * @param at when they were received
 * @param state {@code taken}, or {@code kept} if somebody has to look at it first
 * @param code code of the screening, for people; null if there is none
 */
record Receipt(UUID id, String sha256, Instant at, String state, @Nullable String code) {
  /** Type ({@code typ}) of a receipt. */
  static final String TYPE = "passerelle-phone-receipt+jwt";

  static final String TAKEN = "taken";
  static final String KEPT = "kept";

  /**
   * Reads a receipt from the columns {@code sha256}, {@code at}, {@code state} and {@code code}.
   */
  static Receipt of(UUID id, ResultSet row) throws SQLException {
    return new Receipt(
        id,
        row.getString("sha256"),
        Columns.instant(row, "at"),
        row.getString("state"),
        row.getString("code"));
  }

  /** Its content for signing. */
  Map<String, Object> payload() {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("id", id.toString());
    payload.put("sha256", sha256);
    payload.put("at", at.truncatedTo(ChronoUnit.MILLIS).toString());
    payload.put("state", state);
    if (code != null) {
      payload.put("code", code);
    }
    return payload;
  }
}
