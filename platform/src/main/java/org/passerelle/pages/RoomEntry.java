package org.passerelle.pages;

import java.util.List;
import org.passerelle.access.Role;

/**
 * A subpage in the navigation. Users see the entries that one of their roles opens.
 *
 * @param room name of the module
 * @param order position among the module's entries, smallest first
 * @param key key of its label in the language files
 * @param href target of its link
 * @param roles roles that open it; empty for everybody signed in
 */
public record RoomEntry(String room, int order, String key, String href, List<Role> roles) {
  public RoomEntry {
    roles = List.copyOf(roles);
  }
}
