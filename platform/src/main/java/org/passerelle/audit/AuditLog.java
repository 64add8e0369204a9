package org.passerelle.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;

/**
 * The hash-chained log. An entry is written in the transaction of what it tells of; if it cannot be
 * written, the transaction fails and nothing is disclosed. Entries hold identifiers and codes,
 * never names.
 */
public interface AuditLog {

  /**
   * Writes an entry; call it as the last step of a transaction, since writers queue for the head of
   * the chain.
   *
   * @param who acts
   * @param action in the form {@code noun.verb-past}, such as {@code identity.read}, {@code
   *     case.opened}
   * @param subjectKind {@code person}, {@code case}, {@code referral}, {@code user} …
   * @param subject identifier of what it concerns, or none
   * @param detail further identifiers and codes, in a fixed order; no personal data
   * @throws AuditUnavailable if the entry cannot be written; the page answers 503
   */
  void write(
      SignedIn who,
      String action,
      String subjectKind,
      @Nullable UUID subject,
      Map<String, String> detail);

  /**
   * The same for what the house itself does (reminders, deliveries) or for someone not signed in.
   */
  void writeByHouse(
      UUID organisation,
      String action,
      String subjectKind,
      @Nullable UUID subject,
      Map<String, String> detail);

  /**
   * Writes many entries at once, in their order: for work on many files in one transaction.
   *
   * @throws AuditUnavailable if they cannot be written; none is
   */
  void writeAll(SignedIn who, List<Line> lines);

  /**
   * What an entry tells, apart from who and when.
   *
   * @param detail identifiers and codes; no personal data
   */
  record Line(
      String action, String subjectKind, @Nullable UUID subject, Map<String, String> detail) {
    public Line {
      detail = Map.copyOf(detail);
    }
  }

  /** No audit write, no disclosure. */
  final class AuditUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AuditUnavailable(Throwable cause) {
      super("The audit log cannot be written.", cause);
    }
  }
}
