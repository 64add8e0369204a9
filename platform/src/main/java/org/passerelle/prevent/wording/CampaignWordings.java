package org.passerelle.prevent.wording;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.CampaignReach;
import org.passerelle.prevent.campaign.Campaigns;
import org.passerelle.prevent.campaign.Reach;
import org.passerelle.prevent.effect.Kept;
import org.passerelle.prevent.effect.Surveys;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The texts of campaigns in three languages, in whole versions, sealed under the key of the
 * organisation that entered the campaign. Programme managers write them. Thread-safe.
 */
@Service
public class CampaignWordings {
  private static final String CONTENT = "campaign_wording.content";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Campaigns campaigns;
  private final CampaignReach reach;
  private final Surveys surveys;
  private final NoShelter shelter;
  private final AuditLog audit;
  private final Clock clock;

  CampaignWordings(
      JdbcClient db,
      SealedJson sealed,
      Campaigns campaigns,
      CampaignReach reach,
      Surveys surveys,
      NoShelter shelter,
      AuditLog audit,
      Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.campaigns = campaigns;
    this.reach = reach;
    this.surveys = surveys;
    this.shelter = shelter;
    this.audit = audit;
    this.clock = clock;
  }

  private record Stored(int version, CampaignWording wording) {}

  /** A campaign with all that can be told of it. */
  @Transactional(readOnly = true)
  public ToldCampaign of(UUID id) {
    return told(campaigns.find(id), draft -> true);
  }

  /**
   * Campaigns that take place within a time, told of or not, the one that ends last first; with
   * what they reached in it.
   */
  @Transactional(readOnly = true)
  public List<ToldCampaign> between(LocalDate from, LocalDate until) {
    return campaigns.list().stream()
        .filter(one -> !one.sheet().calledOff())
        .filter(one -> !one.sheet().from().isAfter(until) && !one.sheet().until().isBefore(from))
        .map(
            one ->
                told(one, draft -> !draft.from().isAfter(until) && !draft.until().isBefore(from)))
        .toList();
  }

  private ToldCampaign told(Campaign campaign, Predicate<Reach.Draft> within) {
    Stored stored = stored(campaign).orElse(new Stored(0, CampaignWording.NONE));
    return new ToldCampaign(
        campaign,
        reach.of(campaign).stream()
            .filter(entry -> !entry.isStruck())
            .map(Reach::draft)
            .filter(within)
            .toList(),
        surveys.of(campaign).stream().filter(one -> !one.withdrawn()).map(Kept::content).toList(),
        stored.version(),
        stored.wording());
  }

  private Optional<Stored> stored(Campaign campaign) {
    return db.sql(
            """
            select version, content from campaign_wording where campaign = :campaign
             order by version desc fetch first row only""")
        .param("campaign", campaign.id())
        .query(
            (row, number) ->
                new Stored(
                    row.getInt("version"),
                    sealed.open(
                        campaign.organisation(),
                        CONTENT,
                        row.getBytes("content"),
                        CampaignWording.class)))
        .optional();
  }

  /**
   * Writes the texts of a campaign; the versions before stay. What was written for a text that the
   * campaign does not have at the moment is kept, so that it is there when the text is.
   *
   * @param version when the form was opened, 0 if nothing was written
   * @param typed by key; only of texts that the campaign has
   * @throws ChangedMeanwhile if a colleague wrote since
   * @throws org.passerelle.refusal.Refused if a shelter is named
   */
  @Transactional
  public void write(
      SignedIn who, UUID id, int version, boolean told, Map<String, Map<String, String>> typed) {
    Campaign campaign = campaigns.find(id);
    shelter.check(
        Map.of(
            "told",
            typed.values().stream()
                .flatMap(texts -> texts.values().stream())
                .collect(Collectors.joining("\n"))),
        who.organisation(),
        campaign.organisation());
    Stored current = stored(campaign).orElse(new Stored(0, CampaignWording.NONE));
    if (current.version() != version || !insert(campaign, version + 1, told, typed, current, who)) {
      throw new ChangedMeanwhile(version, stored(campaign).map(Stored::version).orElse(0));
    }
    audit.write(who, "campaign.wording-written", "campaign", id, Map.of("told", "" + told));
  }

  private boolean insert(
      Campaign campaign,
      int version,
      boolean told,
      Map<String, Map<String, String>> typed,
      Stored before,
      SignedIn who) {
    Map<String, Map<String, String>> texts = new HashMap<>(before.wording().texts());
    texts.putAll(typed);
    texts.values().removeIf(Map::isEmpty);
    return db.sql(
                """
                insert into campaign_wording (campaign, version, content, at, by_user)
                values (:campaign, :version, :content, :now, :by) on conflict do nothing""")
            .param("campaign", campaign.id())
            .param("version", version)
            .param(
                "content",
                sealed.seal(campaign.organisation(), CONTENT, new CampaignWording(told, texts)))
            .param("now", Columns.now(clock))
            .param("by", who.user())
            .update()
        > 0;
  }
}
