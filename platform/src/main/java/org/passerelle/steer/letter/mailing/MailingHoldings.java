package org.passerelle.steer.letter.mailing;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/**
 * Tables of the subscribers. They hold nothing about persons followed in cases; a subscriber reads
 * what is stored on the page to leave, and is forgotten there.
 */
@Component
class MailingHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing(
            "letter_subscriber", "addresses that asked for the letter, sealed, until they leave"),
        Table.nothing("letter_sending", "who sent which issue, and when"),
        Table.nothing("letter_delivery", "which mails went, by identifiers of subscriptions"));
  }
}
