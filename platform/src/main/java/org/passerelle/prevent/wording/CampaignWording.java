package org.passerelle.prevent.wording;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.language.Wording;
import org.passerelle.storage.Sha256;

/**
 * Texts of a campaign in three languages. A text is found by what it translates, word for word: one
 * that was changed afterwards has no wording until somebody writes it.
 *
 * @param told whether letters tell of the campaign
 * @param texts by {@linkplain #key key}, then by language
 */
public record CampaignWording(boolean told, Map<String, Map<String, String>> texts) {
  /** Of a campaign for which nobody wrote one. */
  public static final CampaignWording NONE = new CampaignWording(false, Map.of());

  private static final int KEY = 16;

  public CampaignWording {
    // in a fixed order, so that the same texts are always written alike
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  /** What identifies a text of the campaign. */
  public static String key(String text) {
    return Sha256.of(text).substring(0, KEY);
  }

  /** What was written for a text, in the languages in which it was. */
  public Wording of(String text) {
    return new Wording(texts.getOrDefault(key(text), Map.of()));
  }

  /** Whether something was written for a text. */
  public boolean has(String text) {
    return texts.containsKey(key(text));
  }
}
