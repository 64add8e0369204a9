package org.passerelle.prevent.effect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.Campaigns;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Surveys before and after campaigns. A survey is replaced as a whole, and its versions stay.
 * Everybody who works with the strategy reads them, programme managers write. Thread-safe.
 */
@Service
public class Surveys {
  private static final String KIND = "survey";
  private final EffectRows rows;
  private final Campaigns campaigns;
  private final NoShelter shelter;
  private final Identifiers identifiers;
  private final AuditLog audit;

  Surveys(
      EffectRows rows,
      Campaigns campaigns,
      NoShelter shelter,
      Identifiers identifiers,
      AuditLog audit) {
    this.rows = rows;
    this.campaigns = campaigns;
    this.shelter = shelter;
    this.identifiers = identifiers;
    this.audit = audit;
  }

  /** Surveys of a campaign, also those out of use, the first entered first. */
  @Transactional(readOnly = true)
  public List<Kept<Survey>> of(Campaign campaign) {
    return rows.current(campaign, KIND, Survey.class);
  }

  /**
   * The versions of a survey, the latest first.
   *
   * @throws NotFound if the campaign has no such survey
   */
  @Transactional(readOnly = true)
  public List<Kept<Survey>> versions(Campaign campaign, UUID id) {
    List<Kept<Survey>> versions = rows.versions(campaign, KIND, id, Survey.class);
    if (versions.isEmpty()) {
      throw new NotFound();
    }
    return versions;
  }

  /**
   * A survey in use.
   *
   * @throws NotFound if there is none
   */
  @Transactional(readOnly = true)
  public Kept<Survey> inUse(Campaign campaign, UUID id) {
    Kept<Survey> current = versions(campaign, id).get(0);
    if (current.withdrawn()) {
      throw new NotFound();
    }
    return current;
  }

  /**
   * Enters a survey.
   *
   * @throws Refused if it names a shelter
   */
  @Transactional
  public UUID enter(SignedIn who, UUID campaign, Survey survey) {
    Campaign of = campaigns.find(campaign);
    check(who, of, survey);
    UUID id = identifiers.next();
    if (!rows.insert(id, of, KIND, survey, who.user())) {
      throw new IllegalStateException(
          "The identifier " + id + " is taken.\nMaybe it was repeated.");
    }
    audit.write(who, "campaign.survey-entered", "campaign", campaign, told(id));
    return id;
  }

  /**
   * Replaces a survey.
   *
   * @param version when its form was opened
   * @throws ChangedMeanwhile if a colleague replaced it since
   * @throws NotFound if it is no longer in use
   */
  @Transactional
  public void replace(SignedIn who, UUID campaign, UUID id, int version, Survey survey) {
    Campaign of = campaigns.find(campaign);
    Kept<Survey> current = inUse(of, id);
    check(who, of, survey);
    if (!rows.replace(id, of, version, survey, who.user())) {
      throw new ChangedMeanwhile(version, current.version());
    }
    audit.write(who, "campaign.survey-replaced", "campaign", campaign, told(id));
  }

  /**
   * Takes a survey out of use; its versions stay.
   *
   * @param version that the user saw
   * @throws ChangedMeanwhile if a colleague replaced it since
   * @throws NotFound if it is no longer in use
   */
  @Transactional
  public void withdraw(SignedIn who, UUID campaign, UUID id, int version) {
    Campaign of = campaigns.find(campaign);
    Kept<Survey> current = inUse(of, id);
    if (!rows.withdraw(id, of, version, who.user())) {
      throw new ChangedMeanwhile(version, current.version());
    }
    audit.write(who, "campaign.survey-withdrawn", "campaign", campaign, told(id));
  }

  private static Map<String, String> told(UUID id) {
    return Map.of("part", id.toString());
  }

  private void check(SignedIn who, Campaign campaign, Survey survey) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("source", survey.source());
    words.put("sample", survey.sample());
    words.put("method", survey.method());
    words.put(
        "file",
        survey.questions().stream().map(Survey.Question::text).collect(Collectors.joining("\n")));
    shelter.check(words, who.organisation(), campaign.organisation());
  }
}
