package org.passerelle.protect.casework.screening;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;

/** Proposes a referral for a case on behalf of another package; each source is one bean. */
public interface ReferralProposal {
  /** The proposal, if any; the caller has checked that the reader sees the case. */
  Optional<Proposed> of(UUID caseId, SignedIn who, Page page);

  /**
   * A proposed referral.
   *
   * @param service code of {@code services}, or empty
   * @param request text of the request in the reader's language
   * @param wishes what the person wants, in their own words; shown and not sent
   * @param place where the person was met, in words; only measured from, neither shown nor sent
   */
  record Proposed(String service, String request, String wishes, String place) {}
}
