package org.passerelle.protect.phone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.Columns;

/**
 * The node's word that it has a record or a paper; only then does the phone forget it.
 *
 * @param sha256 of the bytes as they came, 64 hexadecimal digits
 * @param at when they came
 * @param state {@code taken}, or {@code kept} where somebody must look at it first
 * @param code of the screening, for people; null where there is none
 */
record Receipt(UUID id, String sha256, Instant at, String state, @Nullable String code) {
  /** What a receipt is ({@code typ}). */
  static final String TYPE = "passerelle-phone-receipt+jwt";

  static final String TAKEN = "taken";
  static final String KEPT = "kept";

  /** As it stands in a row with {@code sha256}, {@code at}, {@code state} and {@code code}. */
  static Receipt of(UUID id, ResultSet row) throws SQLException {
    return new Receipt(
        id,
        row.getString("sha256"),
        Columns.instant(row, "at"),
        row.getString("state"),
        row.getString("code"));
  }

  /** As it is signed. */
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
