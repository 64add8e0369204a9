package org.passerelle.protect.oversight.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.audit.AuditEntry;
import org.passerelle.protect.oversight.AccessReport.Period;
import org.passerelle.protect.oversight.AccessReport.Whole;

/**
 * The report as the page shows it.
 *
 * @param wrong whether what was asked for is no period
 * @param names of colleagues by identifier
 * @param recipients names of organisations by identifier
 * @param alarms that nobody has looked into yet
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

  /** A program of a colleague reached the limit of persons. */
  public record Alarm(UUID id, String name, Instant at) {}

  /** The kinds of access, in the order of the columns. */
  public static final List<String> KINDS =
      List.of("case", "identity", "content", "search", "out", "refused");

  /** The period as the links of the page carry it. */
  public String query() {
    return "from=" + period.from() + "&to=" + period.to();
  }

  /** Who did it, or an empty text for the house itself and for whoever is unknown. */
  public String name(AuditEntry entry) {
    UUID user = entry.user();
    return user == null ? "" : names.getOrDefault(user, "");
  }
}
