package org.passerelle.protect.casework.phone.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.phone.RejectedRecord;
import org.springframework.stereotype.Service;

/**
 * Logs deliveries that were too large. They cost their sender nothing, since the bytes are not
 * read, so logging each could fill the log, which cannot be cleared: per user and day the first,
 * the tenth, the hundredth … are logged. Thread-safe.
 */
@Service
public class OversizedUploads {
  private final AuditLog audit;
  private final Clock clock;
  private final Map<UUID, Integer> times = new HashMap<>();
  private LocalDate day = LocalDate.EPOCH;

  OversizedUploads(AuditLog audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Counts a refusal and logs it if its turn has come.
   *
   * @param paper document of the record, or null for the record itself
   * @param phone identifier of the phone as it states, or null
   */
  public void refused(UUID record, @Nullable UUID paper, @Nullable UUID phone, SignedIn who) {
    int now = count(who.user());
    if (!isTold(now)) {
      return;
    }
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("record", record.toString());
    if (paper != null) {
      detail.put("paper", paper.toString());
    }
    detail.put("reason", RejectedRecord.Reason.TOO_LARGE.code());
    detail.put("count", Integer.toString(now));
    audit.write(
        who,
        paper == null ? "phone.record-refused" : "phone.paper-refused",
        "phone",
        phone,
        detail);
  }

  private synchronized int count(UUID user) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!day.equals(today)) {
      day = today;
      times.clear();
    }
    return times.merge(user, 1, Integer::sum);
  }

  /** Whether the count is a power of ten. */
  private static boolean isTold(int count) {
    return Integer.toString(count).length() > Integer.toString(count - 1).length() || count == 1;
  }
}
