package org.passerelle.register;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;

/**
 * References to an entry from outside the register: a recommendation implemented by a measure. Each
 * source is one bean and decides what its reader may see.
 */
public interface Mentions {
  /** References to an entry, in display order. */
  List<Mention> of(Entry entry, SignedIn who, Page page);

  /**
   * A reference.
   *
   * @param kind label of the source, in the reader's language; references are grouped by it
   * @param text label of the reference
   * @param href link to it
   */
  record Mention(String kind, String text, String href) {}
}
