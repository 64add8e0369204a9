package org.passerelle.steer.letter.source;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.prevent.wording.ToldCampaign;

/** The campaigns of which an issue can tell. */
@FunctionalInterface
public interface CampaignSource {
  /** Empty source: campaigns are sealed, and a command without the server cannot open them. */
  CampaignSource NONE = (from, until) -> List.of();

  /** Campaigns within a time that letters tell of, the one that ends last first. */
  List<ToldCampaign> between(LocalDate from, LocalDate until);

  /** Campaigns within a time of which nobody said that letters tell of them. */
  default List<ToldCampaign> leftOut(LocalDate from, LocalDate until) {
    return List.of();
  }
}
