package org.passerelle.register;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;

/**
 * What names an entry without being one: a recommendation that a measure takes up. Each source is
 * one bean and answers for what its reader may see.
 */
public interface Mentions {
  /** Those of an entry, in the order in which its page shows them. */
  List<Mention> of(Entry entry, SignedIn who, Page page);

  /**
   * One of them.
   *
   * @param kind of what names it, in the reader's language; those of one kind stand together
   * @param text what it is called
   * @param href where it is
   */
  record Mention(String kind, String text, String href) {}
}
