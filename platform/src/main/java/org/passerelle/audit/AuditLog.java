package org.passerelle.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;

/**
 * The hash-chained log. An entry belongs to the transaction of what it tells of and joins the chain
 * as the last step before the commit, so that nobody waits for a transaction that is long; if it
 * cannot be written, the transaction fails and nothing is disclosed. So an answer leaves the house
 * after the transaction, never within it. Entries hold identifiers and codes, never names.
 */
public interface AuditLog {

  /**
   * Writes an entry, at any step of a transaction; without one it is written at once. Its moment is
   * that of the commit, from which on it can be read.
   *
   * @param who acts
   * @param action in the form {@code noun.verb-past}, such as {@code identity.read}, {@code
   *     case.opened}
   * @param subjectKind {@code person}, {@code case}, {@code referral}, {@code user} …
   * @param subject identifier of what it concerns, or none
   * @param detail further identifiers and codes, in a fixed order; no personal data
   * @throws IllegalArgumentException if a detail is no code but could be words
   * @throws AuditUnavailable if the entry cannot be written, out of the commit of the transaction;
   *     the page answers 503
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
   * Writes many entries at once, in their order: for work on many files in one transaction. The
   * chain is held while they are stored, about a tenth of a second for a thousand: longer work is
   * cut into several transactions.
   *
   * @throws AuditUnavailable if they cannot be written, out of the commit; none is
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
