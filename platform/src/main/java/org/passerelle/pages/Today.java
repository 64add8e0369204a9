package org.passerelle.pages;

import java.time.Instant;
import java.util.List;
import org.passerelle.access.SignedIn;

/** What needs somebody today, as a room knows it. Each room has at most one bean of this kind. */
public interface Today {
  /** What the user must do or see, in any order. */
  List<Item> items(SignedIn who, Page page);

  /**
   * Something that cannot wait.
   *
   * @param due by when
   * @param title a verb and its object
   * @param meta what it is about: code and pseudonym of a case, organisation; never a name
   * @param href where it is done
   * @param action one word for the button
   * @param pressing whether somebody is in need now: it stands above what is late
   */
  record Item(
      Instant due, String title, String meta, String href, String action, boolean pressing) {
    /** What can wait for its day. */
    public Item(Instant due, String title, String meta, String href, String action) {
      this(due, title, meta, href, action, false);
    }
  }
}
