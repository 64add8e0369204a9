package org.passerelle.prevent.watch.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.prevent.watch.WatchEntry;
import org.passerelle.prevent.watch.WatchList;

/**
 * An entry of the watch list.
 *
 * @param names names of colleagues
 * @param states states that can be chosen
 * @param keeps whether the reader changes the list
 * @param form what was typed
 */
public record WatchPage(
    WatchList.Opened opened,
    Map<UUID, String> names,
    List<Option> states,
    boolean keeps,
    Filled form) {
  public WatchPage {
    names = Map.copyOf(names);
    states = List.copyOf(states);
  }

  /** The name of a colleague. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** Whether an entry was seen on a day after it was taken down. */
  public static boolean isBack(WatchEntry entry, Page page) {
    return entry.isTakenDown()
        && entry.seen().isAfter(LocalDate.ofInstant(entry.since(), page.moments().zone()));
  }
}
