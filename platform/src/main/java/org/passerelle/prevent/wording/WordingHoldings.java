package org.passerelle.prevent.wording;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** The table of campaigns' texts in three languages; it holds nothing about a person. */
@Component
class WordingHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("campaign_wording", "texts of a campaign in three languages, sealed"));
  }
}
