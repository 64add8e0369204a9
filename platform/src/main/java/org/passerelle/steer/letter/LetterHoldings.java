package org.passerelle.steer.letter;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** The quarterly letter. */
@Component
class LetterHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("letter_picture", "published by the strategy"),
        Table.nothing("letter_release", "published by the strategy"),
        Table.nothing("letter_edition", "published by the strategy"));
  }
}
