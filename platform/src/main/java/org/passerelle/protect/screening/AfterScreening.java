package org.passerelle.protect.screening;

import java.util.List;
import org.passerelle.access.SignedIn;

/** What another room offers to do with a finished screening; each is one bean. */
public interface AfterScreening {
  /** What this reader may do with it now; most often nothing. */
  List<Offer> offers(Screening screening, SignedIn who);

  /**
   * One of them.
   *
   * @param key of its words
   * @param argument of the words, or empty
   * @param href where it is done
   */
  record Offer(String key, String argument, String href) {}
}
