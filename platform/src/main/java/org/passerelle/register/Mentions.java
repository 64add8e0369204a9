package org.passerelle.register;

import java.util.List;
import java.util.Optional;
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
   * Key of the sentence that says why an entry has to stay in the register, because stored work
   * rests on it; empty if it may be taken out. Answers for everybody's work, also what the user may
   * not see: the sentence names nothing of it.
   *
   * @param facts the register as it is stored
   */
  default Optional<String> keeps(Entry entry, Facts facts) {
    return Optional.empty();
  }

  /**
   * A reference.
   *
   * @param kind label of the source, in the reader's language; references are grouped by it
   * @param text label of the reference
   * @param href link to it
   */
  record Mention(String kind, String text, String href) {}
}
