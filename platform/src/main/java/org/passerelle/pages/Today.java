package org.passerelle.pages;

import java.time.Instant;
import java.util.Collection;
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
   * @param things how many it stands for: more than one where it leads to what is not told singly
   */
  record Item(
      Instant due,
      String title,
      String meta,
      String href,
      String action,
      boolean pressing,
      boolean news,
      int things) {
    /** Something to be done. */
    public Item(
        Instant due, String title, String meta, String href, String action, boolean pressing) {
      this(due, title, meta, href, action, pressing, false, 1);
    }

    /** Something that others did. */
    public static Item news(Instant at, String title, String meta, String href, String action) {
      return new Item(at, title, meta, href, action, false, true, 1);
    }

    /** So many more things like the one before, which are not told singly. */
    public static Item more(int things, Instant due, String title, String href, String action) {
      return new Item(due, title, "", href, action, false, false, things);
    }

    /** How many things some of these stand for. */
    public static int count(Collection<Item> items) {
      return items.stream().mapToInt(Item::things).sum();
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
