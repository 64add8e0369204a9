package org.passerelle.steer.letter;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of the quarterly letter. */
@Component
class LetterHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return Table.each(
        Kind.NOTHING,
        "published by the strategy",
        "letter_picture",
        "letter_release",
        "letter_edition");
  }
}
