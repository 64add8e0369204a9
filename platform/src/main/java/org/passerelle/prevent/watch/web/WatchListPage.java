package org.passerelle.prevent.watch.web;

import java.util.List;
import org.passerelle.pages.Option;
import org.passerelle.prevent.watch.WatchEntry;

/**
 * The watch list.
 *
 * @param entries all of them, or those of a state
 * @param state the state that is shown, or empty
 * @param keeps whether the reader changes the list
 */
public record WatchListPage(
    List<WatchEntry> entries, String state, List<Option> states, boolean keeps) {
  /** So many are shown. */
  public static final int MOST = 200;

  public WatchListPage {
    entries = List.copyOf(entries);
    states = List.copyOf(states);
  }

  /** The first of them. */
  public List<WatchEntry> shown() {
    return entries.subList(0, Math.min(MOST, entries.size()));
  }

  public boolean isCut() {
    return entries.size() > MOST;
  }
}
