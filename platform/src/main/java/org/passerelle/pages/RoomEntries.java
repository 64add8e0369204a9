package org.passerelle.pages;

import java.util.List;

/** The subpages that a room offers in the navigation; each room has one bean of this kind. */
public interface RoomEntries {
  /** In any order; {@link RoomEntry#order()} decides. */
  List<RoomEntry> entries();
}
