package org.passerelle.prevent.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a country of origin needs to know.
 *
 * @param country its ISO code
 */
public record CampaignBrief(String country, String text) implements CampaignText {

  static CampaignBrief of(CampaignFields fields) {
    return new CampaignBrief(fields.one("country"), fields.one("text"));
  }

  @Override
  public Map<String, List<String>> fields() {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("country", List.of(country));
    fields.put("text", List.of(text));
    return fields;
  }

  @Override
  public Map<String, String> words() {
    return Map.of("text", text);
  }
}
