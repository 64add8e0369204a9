package org.passerelle.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Sha256;

/**
 * An entry of the audit log. Immutable.
 *
 * @param number position in the chain, from 1, without gaps
 * @param at to the microsecond
 * @param user the acting user, or null for the application itself
 * @param organisation the organisation whose files are concerned
 * @param action such as {@code identity.read}
 * @param subjectKind such as {@code person}
 * @param subject identifier of the subject, or null
 * @param detail {@code key=value} lines, identifiers and codes only
 * @param hash SHA-256 over the entry and the previous hash, in hexadecimal
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

  /** The initial hash of the chain. */
  public static final String BEGINNING = "0".repeat(64);

  /**
   * The hash that this entry must have after the previous one. Every part is preceded by its
   * length, so that different entries never have the same encoding.
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
