package org.passerelle.prevent.effect;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of what was measured around campaigns; they hold counts, and nothing about a person. */
@Component
class EffectHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("campaign_effect", "which surveys and calls belong to a campaign"),
        Table.nothing(
            "campaign_effect_version", "how many answered what or called, counted and sealed"));
  }
}
