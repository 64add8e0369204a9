package org.passerelle.protect.sharing.referral;

import java.util.UUID;
import org.passerelle.pages.Act;

/** What is new in referrals, for their reader. Implemented by the package that stores the news. */
public interface ReferralNews {
  /** Gives a list those in which something is new. */
  void mark(Act act);

  /** Gives the list of received ones what its reader is told of those that were deleted. */
  void gone(Act act);

  /** Adds to a page what is new in a referral, and marks it as seen. */
  void show(UUID referral, Act act);
}
