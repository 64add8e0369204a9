package org.passerelle.protect.sharing.referral;

import java.util.UUID;
import org.passerelle.pages.Act;

/** What is new in referrals, for their reader. Answered by whoever keeps the news. */
public interface ReferralNews {
  /** Gives a list those in which something is new. */
  void mark(Act act);

  /** Gives the list of received ones what its reader is told of those that were deleted. */
  void gone(Act act);

  /** Gives a page what is new in one; whoever reads the page has seen it. */
  void show(UUID referral, Act act);
}
