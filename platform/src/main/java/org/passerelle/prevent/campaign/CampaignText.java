package org.passerelle.prevent.campaign;

import java.util.List;
import java.util.Map;

/**
 * What is written in one part of a campaign: the campaign itself, a material, or the text for a
 * country.
 */
public sealed interface CampaignText permits CampaignSheet, CampaignMaterial, CampaignBrief {
  /** Values by field, as its form names them and as revisions keep them. */
  Map<String, List<String>> fields();

  /** What is written in free words, by field. */
  Map<String, String> words();
}
