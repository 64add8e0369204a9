package org.passerelle.protect.news;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that another organisation changed and its reader has not seen.
 *
 * @param subject the referral
 * @param kind one of {@link NewsKinds}
 * @param detail code, such as that of a step, or empty
 * @param caseId the reader's own case, or null while there is none
 * @param code of that case, or empty
 * @param sent whether the reader's side gave the referral
 * @param service code of {@code services}
 * @param other the other side
 */
public record Fresh(
    UUID subject,
    String kind,
    String detail,
    Instant at,
    @Nullable UUID caseId,
    String code,
    boolean sent,
    String service,
    UUID other) {

  /** Where it is read. */
  public String path() {
    if (kind.startsWith("letterbox.")) {
      return "/protect/letterboxes/" + subject;
    }
    if (kind.startsWith("crossborder.")) {
      return "/protect/handovers/" + subject;
    }
    return (sent ? "/protect/referrals/" : "/protect/received/") + subject;
  }
}
