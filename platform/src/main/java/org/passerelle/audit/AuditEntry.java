package org.passerelle.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Sha256;

/**
 * One line of the log. Immutable.
 *
 * @param number position in the chain, from 1, without gaps
 * @param at to the microsecond
 * @param user who acted, or none for the house itself
 * @param organisation whose files it concerns
 * @param action such as {@code identity.read}
 * @param subjectKind such as {@code person}
 * @param subject identifier of what it concerns, or none
 * @param detail {@code key=value} lines, identifiers and codes only
 * @param hash SHA-256 over the entry and the hash before it, in hexadecimal
 */
public record AuditEntry(
    long number,
    Instant at,
    @Nullable UUID user,
    UUID organisation,
    String action,
    String subjectKind,
    @Nullable UUID subject,
    String detail,
    String hash) {

  /** What the chain starts from. */
  public static final String BEGINNING = "0".repeat(64);

  /**
   * The hash that this entry must carry after the one before. Every part is preceded by its length,
   * so that no two different entries are written alike.
   */
  public String hashAfter(String previous) {
    StringBuilder whole = new StringBuilder();
    for (Object part :
        new Object[] {
          number,
          at.toString(),
          user == null ? "" : user,
          organisation,
          action,
          subjectKind,
          subject == null ? "" : subject,
          detail,
          previous
        }) {
      String text = part.toString();
      whole.append(text.length()).append(':').append(text);
    }
    return Sha256.of(whole.toString());
  }
}
