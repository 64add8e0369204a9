package org.passerelle.audit.internal;

import java.time.Instant;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditLog;

/**
 * An entry that has no position in the chain yet.
 *
 * @param user the acting user, or null for the application itself
 * @param detail as it will be stored
 */
record Unchained(
    @Nullable UUID user,
    UUID organisation,
    String action,
    String subjectKind,
    @Nullable UUID subject,
    String detail) {
  /**
   * Identifiers, codes, numbers, dates, routes, and comma-separated lists of them; no free text.
   */
  private static final Pattern CODES = Pattern.compile("[A-Za-z0-9._:,/{}|>*+=-]{0,4000}");

  static Unchained of(@Nullable UUID user, UUID organisation, AuditLog.Line line) {
    return new Unchained(
        user,
        organisation,
        code(line.action(), "action"),
        code(line.subjectKind(), "kind of subject"),
        line.subject(),
        lines(line));
  }

  /** The entry after the one with this number, its hash still to be computed. */
  AuditEntry after(long number, Instant at) {
    return new AuditEntry(
        number + 1, at, user, organisation, action, subjectKind, subject, detail, "");
  }

  /**
   * One {@code key=value} line per detail, sorted. A value that is not a code, which only a forged
   * form can contain, aborts the request: what is in the log can never be removed.
   */
  private static String lines(AuditLog.Line line) {
    return new TreeMap<>(line.detail())
        .entrySet().stream()
            .map(e -> e.getKey() + "=" + code(e.getValue(), e.getKey()))
            .collect(Collectors.joining("\n"));
  }

  private static String code(String value, String key) {
    if (!CODES.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "An audit log entry contains codes only: its %s is not a code.".formatted(key));
    }
    return value;
  }
}
