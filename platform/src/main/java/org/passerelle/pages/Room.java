package org.passerelle.pages;

import java.util.List;

/**
 * A room of the house as the navigation shows it.
 *
 * @param name {@code understand}, {@code prevent}, {@code protect}, {@code prosecute}, {@code
 *     partner}, {@code steer}
 * @param href where its word leads
 * @param entries its subpages
 */
public record Room(String name, String href, List<Entry> entries) {
  public Room {
    entries = List.copyOf(entries);
  }

  /**
   * A subpage of a room.
   *
   * @param key of its word in the language files
   * @param href where it leads
   * @param shared by how many roles; the fewer, the more it is the reader's own
   */
  public record Entry(String key, String href, int shared) {}
}
