package org.passerelle.pages;

import java.util.List;

/** A module's subpages in the navigation; each module has one bean of this type. */
public interface RoomEntries {
  /** In any order; {@link RoomEntry#order()} decides. */
  List<RoomEntry> entries();
}
