package org.passerelle.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;

/**
 * The hash-chained audit log. An entry is part of the transaction it records and joins the chain as
 * the last step before the commit, so that no other transaction has to wait for a long one; if it
 * cannot be written, the transaction fails and nothing is disclosed. A response must therefore be
 * sent after the transaction, never within it. Entries hold identifiers and codes, never names.
 */
public interface AuditLog {

  /**
   * Writes an entry, at any point of a transaction; without a transaction it is written at once.
   * Its timestamp is that of the commit, after which it can be read.
   *
   * @param who the acting user
   * @param action in the form {@code noun.verb-past}, such as {@code identity.read}, {@code
   *     case.opened}
   * @param subjectKind {@code person}, {@code case}, {@code referral}, {@code user} …
   * @param subject identifier of the subject, or null
   * @param detail further identifiers and codes, in a fixed order; no personal data
   * @throws IllegalArgumentException if a detail is not a code but could be free text
   * @throws AuditUnavailable from the commit, if the entry cannot be written; the page answers 503
   */
  void write(
      SignedIn who,
      String action,
      String subjectKind,
      @Nullable UUID subject,
      Map<String, String> detail);

  /**
   * The same for actions of the application itself (reminders, deliveries) or of an anonymous
   * visitor.
   */
  void writeByHouse(
      UUID organisation,
      String action,
      String subjectKind,
      @Nullable UUID subject,
      Map<String, String> detail);

  /**
   * Writes many entries at once, in their order: for work on many files in one transaction. The
   * chain is locked while they are stored, about a tenth of a second for a thousand; split longer
   * work into several transactions.
   *
   * @throws AuditUnavailable from the commit, if they cannot be written; then none is
   */
  void writeAll(SignedIn who, List<Line> lines);

  /**
   * The content of an entry, without user and time.
   *
   * @param detail identifiers and codes; no personal data
   */
  record Line(
      String action, String subjectKind, @Nullable UUID subject, Map<String, String> detail) {
    public Line {
      detail = Map.copyOf(detail);
    }
  }

  /** The entry cannot be written, so nothing may be disclosed. */
  final class AuditUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AuditUnavailable(Throwable cause) {
      super("The audit log cannot be written.", cause);
    }
  }
}
