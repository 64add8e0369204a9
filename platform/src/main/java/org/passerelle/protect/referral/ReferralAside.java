package org.passerelle.protect.referral;

import java.util.Optional;
import java.util.UUID;

/**
 * Where more is said of a referral that was sent; a room that carries it in a way of its own
 * declares one as a bean.
 */
public interface ReferralAside {

  /** What leads there, if this referral goes that way. */
  Optional<Way> of(Referral referral);

  /** Whether it lies somewhere and nobody of its recipient has opened it: nobody has it then. */
  default boolean lies(UUID referral) {
    return false;
  }

  /**
   * A way.
   *
   * @param key of its words in the language files
   */
  record Way(String key, String href) {}
}
