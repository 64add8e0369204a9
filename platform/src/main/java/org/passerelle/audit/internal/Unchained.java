package org.passerelle.audit.internal;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditLog;

/**
 * A line that has no place in the chain yet.
 *
 * @param user who acted, or none for the house itself
 * @param detail as it will be stored
 */
record Unchained(
    @Nullable UUID user,
    UUID organisation,
    String action,
    String subjectKind,
    @Nullable UUID subject,
    String detail) {

  static Unchained of(@Nullable UUID user, UUID organisation, AuditLog.Line line) {
    return new Unchained(
        user,
        organisation,
        line.action(),
        line.subjectKind(),
        line.subject(),
        lines(line.detail()));
  }

  /** The entry that it becomes behind the one with this number, its hash still to be computed. */
  AuditEntry after(long number, Instant at) {
    return new AuditEntry(
        number + 1, at, user, organisation, action, subjectKind, subject, detail, "");
  }

  /**
   * One {@code key=value} line each, sorted; line breaks in a value are made visible, so that no
   * line can be forged.
   */
  private static String lines(Map<String, String> detail) {
    return new TreeMap<>(detail)
        .entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue().replaceAll("\\p{Cntrl}", "�"))
            .collect(Collectors.joining("\n"));
  }
}
