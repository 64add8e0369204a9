package org.passerelle.steer.letter;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.language.Wording;
import org.passerelle.prevent.wording.ToldCampaign;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.source.CampaignSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Prevents a release while a block of campaigns shows none, or while a text of one that it shows is
 * missing in a language. Campaigns of these months of which nobody said that letters tell of them
 * are named.
 */
@Component
@Order(3)
class CampaignObstacles implements ReleaseObstacles {
  private final CampaignSource source;

  CampaignObstacles(CampaignSource source) {
    this.source = source;
  }

  @Override
  public boolean followsFromFacts() {
    return false;
  }

  @Override
  public List<Obstacle> of(Facts facts, Entry letter) {
    List<Obstacle> found = new ArrayList<>();
    List<Entry> blocks = CampaignItems.blocks(facts, letter);
    if (blocks.isEmpty()) {
      return found;
    }
    List<ToldCampaign> told = CampaignItems.of(source, facts, letter);
    if (told.isEmpty()) {
      blocks.forEach(block -> found.add(nothing(letter, block)));
    }
    for (ToldCampaign one : told) {
      for (String language : Wording.LANGUAGES) {
        int missing = one.missing(language);
        if (missing > 0) {
          found.add(
              new Obstacle(
                  "letters.obstacle.campaign." + language,
                  List.of(one.sheet().title(), missing),
                  at(one)));
        }
      }
    }
    return found;
  }

  private static Obstacle nothing(Entry letter, Entry block) {
    return new Obstacle(
        "letters.obstacle.no-campaign",
        List.of(block.name()),
        "/steer/letters/" + letter.text("number") + "/blocks/" + block.id());
  }

  private static String at(ToldCampaign campaign) {
    return "/prevent/campaigns/" + campaign.campaign().id() + "/wording";
  }

  @Override
  public List<Obstacle> told(Facts facts, Entry letter) {
    return CampaignItems.blocks(facts, letter).isEmpty()
        ? List.of()
        : source.leftOut(CampaignItems.from(facts, letter), CampaignItems.until(letter)).stream()
            .map(
                one -> new Obstacle("letters.told.campaign", List.of(one.sheet().title()), at(one)))
            .toList();
  }
}
