package org.passerelle.protect.safeguards.oversight.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.audit.AuditEntry;
import org.passerelle.protect.safeguards.oversight.AccessReport.Period;
import org.passerelle.protect.safeguards.oversight.AccessReport.Whole;

/**
 * View of the report.
 *
 * @param wrong whether the requested period is invalid
 * @param names names of colleagues by identifier
 * @param recipients names of organisations by identifier
 * @param alarms alarms that nobody has examined yet
 */
public record ReportPage(
    Period period,
    boolean wrong,
    Whole whole,
    Map<UUID, String> names,
    Map<UUID, String> recipients,
    List<Alarm> alarms) {
  public ReportPage {
    alarms = List.copyOf(alarms);
  }

  /** An API client of a colleague reached the limit of persons. */
  public record Alarm(UUID id, String name, Instant at) {}

  /** Kinds of access, in the order of the columns. */
  public static final List<String> KINDS =
      List.of("case", "identity", "content", "search", "out", "refused");

  /** The period as a query string. */
  public String query() {
    return "from=" + period.from() + "&to=" + period.to();
  }

  /** The acting user, or an empty string for the system and unknown users. */
  public String name(AuditEntry entry) {
    UUID user = entry.user();
    return user == null ? "" : names.getOrDefault(user, "");
  }
}
