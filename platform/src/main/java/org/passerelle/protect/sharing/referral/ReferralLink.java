package org.passerelle.protect.sharing.referral;

import java.util.Optional;
import java.util.UUID;

/**
 * A further page about a sent referral; a package that extends referrals declares an implementation
 * as a bean.
 */
public interface ReferralLink {

  /** The link, if it applies to this referral. */
  Optional<Way> of(Referral referral);

  /**
   * Whether it waits in a letterbox and nobody of the recipient has opened it; then nobody has
   * received it.
   */
  default boolean lies(UUID referral) {
    return false;
  }

  /**
   * A link to a further page.
   *
   * @param key key of its label in the language files
   */
  record Way(String key, String href) {}
}
