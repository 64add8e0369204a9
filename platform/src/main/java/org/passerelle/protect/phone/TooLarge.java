package org.passerelle.protect.phone;

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
import org.springframework.stereotype.Service;

/**
 * What was larger than the door of phones takes. It costs whoever sends it nothing, since its bytes
 * are not waited for, so that a line for each would fill a log that nobody can empty: of each user
 * the first of a day has one, the tenth, the hundredth … Threads may share it.
 */
@Service
public class TooLarge {
  private final AuditLog audit;
  private final Clock clock;
  private final Map<UUID, Integer> times = new HashMap<>();
  private LocalDate day = LocalDate.EPOCH;

  TooLarge(AuditLog audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Counts one, and writes its line if it is the turn of one.
   *
   * @param paper of the record, or null where it was the record itself
   * @param phone as it names itself, or null
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
    detail.put("reason", NotTaken.Reason.TOO_LARGE.code());
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

  /** The first of each number of digits. */
  private static boolean isTold(int count) {
    return Integer.toString(count).length() > Integer.toString(count - 1).length() || count == 1;
  }
}
