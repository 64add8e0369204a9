package org.passerelle.steer.letter.source;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.prevent.wording.CampaignWordings;
import org.passerelle.prevent.wording.ToldCampaign;
import org.springframework.stereotype.Component;

/** Campaigns of the node for its letters. Thread-safe. */
@Component
class LetterCampaigns implements CampaignSource {
  private final CampaignWordings wordings;

  LetterCampaigns(CampaignWordings wordings) {
    this.wordings = wordings;
  }

  @Override
  public List<ToldCampaign> between(LocalDate from, LocalDate until) {
    return wordings.between(from, until).stream().filter(one -> one.wording().told()).toList();
  }

  @Override
  public List<ToldCampaign> leftOut(LocalDate from, LocalDate until) {
    return wordings.between(from, until).stream().filter(one -> !one.wording().told()).toList();
  }
}
