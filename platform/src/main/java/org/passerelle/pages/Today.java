package org.passerelle.pages;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.passerelle.access.SignedIn;

/**
 * What a user has to attend to today, as one module knows it. Each module has at most one bean of
 * this type.
 */
public interface Today {
  /** How many changes a module tells at most. */
  int CHANGES = 50;

  /** The user's items, in any order. */
  List<Item> items(SignedIn who, Page page);

  /**
   * What others changed since a moment, as news in any order, at most {@link #CHANGES}: asked for
   * users who steer, when they look at their first page. Most modules tell nothing.
   */
  default List<Item> changes(Instant since, SignedIn who, Page page) {
    return List.of();
  }

  /**
   * An item.
   *
   * @param due time by which it is due
   * @param title a verb and its object
   * @param meta subject: code and pseudonym of a case, organisation; never a name
   * @param href page where it is done
   * @param action label of the button, one word
   * @param pressing whether somebody is in immediate need: shown above what is late
   * @param news whether it only reports what others did; {@code due} is then when they did it
   * @param things how many it represents: more than one if it links to a list
   * @param dated whether it has to be done by a day; if not, {@code due} only says where it stands
   */
  record Item(
      Instant due,
      String title,
      String meta,
      String href,
      String action,
      boolean pressing,
      boolean news,
      int things,
      boolean dated) {
    /** A task. */
    public Item(
        Instant due, String title, String meta, String href, String action, boolean pressing) {
      this(due, title, meta, href, action, pressing, false, 1, true);
    }

    /** A report of what others did. */
    public static Item news(Instant at, String title, String meta, String href, String action) {
      return new Item(at, title, meta, href, action, false, true, 1, true);
    }

    /** A summary of further items like the previous one. */
    public static Item more(int things, Instant due, String title, String href, String action) {
      return new Item(due, title, "", href, action, false, false, things, true);
    }

    /** A task without a day, listed after all that have one. */
    public static Item open(String title, String meta, String href, String action, Page page) {
      return new Item(page.moments().week(), title, meta, href, action, false, false, 1, false);
    }

    /** Total number of things that some items represent. */
    public static int count(Collection<Item> items) {
      return items.stream().mapToInt(Item::things).sum();
    }

    /** Whether it is overdue; a report is never overdue. */
    public boolean late(Instant now) {
      return !news && due.isBefore(now);
    }

    /** A task that is not pressing. */
    public Item(Instant due, String title, String meta, String href, String action) {
      this(due, title, meta, href, action, false);
    }
  }
}
