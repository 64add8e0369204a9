package org.passerelle.protect.sharing.news;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change by another organisation that the reader has not seen yet.
 *
 * @param subject the referral, or an identifier of its own if that no longer exists
 * @param kind one of {@link NewsKinds}
 * @param detail code, such as that of a step, or empty
 * @param caseId the reader's case, or null if there is none
 * @param code code of that case, or empty
 * @param sent whether the reader's side sent the referral
 * @param service code of {@code services}; empty, or that of a hand-over, if the referral no longer
 *     exists
 * @param other the other side
 */
public record UnseenChange(
    UUID subject,
    String kind,
    String detail,
    Instant at,
    @Nullable UUID caseId,
    String code,
    boolean sent,
    String service,
    UUID other) {

  /** Whether the referral no longer exists. */
  public boolean gone() {
    return kind.equals(NewsKinds.GONE);
  }

  /** URL at which it can be read. */
  public String path() {
    if (gone()) {
      return "/protect/referrals";
    }
    if (kind.startsWith("letterbox.")) {
      return "/protect/letterboxes/" + subject;
    }
    if (kind.startsWith("handover.")) {
      return "/protect/handovers/" + subject;
    }
    if (NewsKinds.AWARDS.contains(kind)) {
      return "/protect/cases/" + caseId + "/compensation";
    }
    return (sent ? "/protect/referrals/" : "/protect/received/") + subject;
  }
}
