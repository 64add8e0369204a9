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
   * @param news whether it only tells what others did; its moment is then when they did it
   */
  record Item(
      Instant due,
      String title,
      String meta,
      String href,
      String action,
      boolean pressing,
      boolean news) {
    /** Something to be done. */
    public Item(
        Instant due, String title, String meta, String href, String action, boolean pressing) {
      this(due, title, meta, href, action, pressing, false);
    }

    /** Something that others did. */
    public static Item news(Instant at, String title, String meta, String href, String action) {
      return new Item(at, title, meta, href, action, false, true);
    }

    /** Whether its moment has passed; what others did is never late. */
    public boolean late(Instant now) {
      return !news && due.isBefore(now);
    }

    /** What can wait for its day. */
    public Item(Instant due, String title, String meta, String href, String action) {
      this(due, title, meta, href, action, false);
    }
  }
}
