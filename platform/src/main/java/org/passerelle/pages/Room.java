package org.passerelle.pages;

import java.util.List;

/**
 * A module as the navigation shows it.
 *
 * @param name {@code understand}, {@code prevent}, {@code protect}, {@code prosecute}, {@code
 *     partner}, {@code steer}
 * @param href target of its link
 * @param entries its subpages
 */
public record Room(String name, String href, List<Entry> entries) {
  public Room {
    entries = List.copyOf(entries);
  }

  /**
   * A subpage of a module.
   *
   * @param key key of its label in the language files
   * @param href target of its link
   * @param shared number of roles that can open it; the fewer, the more it is the user's own
   */
  public record Entry(String key, String href, int shared) {}
}
