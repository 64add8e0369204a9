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
  /** Identifiers, codes, numbers, dates, routes, and lists of them joined by commas; no words. */
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

  /** The entry that it becomes behind the one with this number, its hash still to be computed. */
  AuditEntry after(long number, Instant at) {
    return new AuditEntry(
        number + 1, at, user, organisation, action, subjectKind, subject, detail, "");
  }

  /**
   * One {@code key=value} line each, sorted. A value that is no code, which only a forged form can
   * bring, ends what was asked: what stands in the log can never be taken out again.
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
          "A line of the log holds codes: its %s is none.".formatted(key));
    }
    return value;
  }
}
