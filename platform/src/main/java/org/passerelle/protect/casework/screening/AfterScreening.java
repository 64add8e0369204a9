package org.passerelle.protect.casework.screening;

import java.util.List;
import org.passerelle.access.SignedIn;

/** Something that another package offers to do with a finished screening; each is one bean. */
public interface AfterScreening {
  /** Offers for this reader; usually none. */
  List<Offer> offers(Screening screening, SignedIn who);

  /**
   * An offered act.
   *
   * @param key key of its label
   * @param argument argument of the label, or empty
   * @param href URL of the act
   */
  record Offer(String key, String argument, String href) {}
}
