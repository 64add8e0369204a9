package org.passerelle.pages;

import java.util.List;
import org.passerelle.access.Role;

/**
 * A subpage that a room offers in the navigation. A room declares its entries as beans; the page
 * shows a reader those that one of their roles opens.
 *
 * @param room name of the room
 * @param order place among the room's entries, smallest first
 * @param key of its word in the language files
 * @param href where it leads
 * @param roles that open it; empty for everybody signed in
 */
public record RoomEntry(String room, int order, String key, String href, List<Role> roles) {
  public RoomEntry {
    roles = List.copyOf(roles);
  }
}
