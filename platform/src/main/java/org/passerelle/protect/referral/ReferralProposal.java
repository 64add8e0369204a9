package org.passerelle.protect.referral;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;

/** What another part of the room proposes to ask for in a case; each is one bean. */
public interface ReferralProposal {
  /** What is proposed, if anything; the caller has checked that the reader sees the case. */
  Optional<Proposed> of(UUID caseId, SignedIn who, Page page);

  /**
   * A proposal.
   *
   * @param service code of {@code services}, or empty
   * @param request what to write, in the reader's language
   * @param wishes what the person wants, in their own words, shown and not sent
   */
  record Proposed(String service, String request, String wishes) {}
}
