package org.passerelle.steer.letter.web;

import java.util.Arrays;
import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The letters in the navigation of the room. */
@Component
class LetterEntries implements RoomEntries {
  private static final List<Role> READERS =
      Arrays.stream(Role.values())
          .filter(role -> role != Role.ADMINISTRATOR && role != Role.AUDITOR)
          .toList();

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("steer", 60, "letters.title", "/steer/letters", READERS));
  }
}
