package org.passerelle.prevent.watch.web;

import java.util.List;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.prevent.watch.WatchList;
import org.springframework.stereotype.Component;

/** The watch list in the navigation. */
@Component
class WatchNavigation implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("prevent", 20, "watch.nav", WatchController.HERE, WatchList.READERS));
  }
}
