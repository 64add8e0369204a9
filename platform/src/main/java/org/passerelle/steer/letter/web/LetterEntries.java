package org.passerelle.steer.letter.web;

import java.util.List;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The letters in the module's navigation. */
@Component
class LetterEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("steer", 60, "letters.title", "/steer/letters", StrategyReaders.ROLES));
  }
}
