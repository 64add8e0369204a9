package org.passerelle.demo.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.passerelle.language.Language;
import org.passerelle.language.ResourceYaml;
import org.passerelle.language.Wording;

/** Long texts of the demonstration in their author's language. */
public final class DemoStories {
  private final Map<String, List<Wording>> found = new HashMap<>();
  private final Map<String, Object> stories = ResourceYaml.read("demo/stories.yaml");

  /**
   * A random text of a kind that fits: by form of exploitation and age, if the text specifies them.
   */
  public String text(
      String kind, String form, boolean child, Language language, RandomGenerator random) {
    List<Wording> fitting =
        found.computeIfAbsent(kind + " " + form + " " + child, key -> fitting(kind, form, child));
    return DemoPeople.pick(fitting, random).in(language);
  }

  private List<Wording> fitting(String kind, String form, boolean child) {
    List<Map<String, Object>> all = ResourceYaml.maps(stories.get(kind));
    List<Map<String, Object>> fitting =
        all.stream()
            .filter(s -> fits(ResourceYaml.text(s, "form-of-exploitation"), form))
            .filter(s -> fits(ResourceYaml.text(s, "age"), child ? "child" : "adult"))
            .toList();
    return (fitting.isEmpty() ? all : fitting)
        .stream().map(s -> ResourceYaml.wording(s.get("text"))).toList();
  }

  private static boolean fits(String wanted, String is) {
    return wanted.isEmpty() || wanted.equals(is);
  }
}
