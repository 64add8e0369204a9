package org.passerelle.demo.people;

import java.util.Map;
import org.passerelle.language.Language;
import org.passerelle.language.ResourceYaml;

/** Case texts of the demonstration, in their author's language. */
public final class DemoPhrases {
  private static final Map<String, Object> WORDS = ResourceYaml.read("demo/phrases.yaml");

  private DemoPhrases() {}

  /**
   * One of the texts.
   *
   * @param id as in {@code demo/phrases.yaml}
   */
  public static String words(String id, Language language) {
    return ResourceYaml.wording(WORDS.get(id)).in(language);
  }
}
