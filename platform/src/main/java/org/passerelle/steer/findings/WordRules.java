package org.passerelle.steer.findings;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.findings.Finding.Side;

/** Names that differ between sources, and texts that must not be published as they are. */
final class WordRules {
  private WordRules() {}

  /** Sources spell a name differently from the register. */
  static List<Finding> spellings(Facts facts) {
    List<Finding> found = new ArrayList<>();
    for (Entry entry : facts.everything()) {
      List<String> others =
          entry.texts("printed").stream()
              .filter(printed -> !entry.name().byLanguage().containsValue(printed))
              .toList();
      if (!others.isEmpty()) {
        found.add(
            new Finding(
                "spelling",
                List.of(entry.name()),
                others.stream().map(printed -> new Side(entry, printed)).toList()));
      }
    }
    return found;
  }

  /** Sources give one person several titles. */
  static List<Finding> titlesOfPersons(Facts facts) {
    List<Finding> found = new ArrayList<>();
    for (Entry person : facts.all("person")) {
      List<String> titles =
          person.wordings("titles").stream()
              .map(w -> w.byLanguage().getOrDefault("en", ""))
              .filter(t -> !t.isEmpty())
              .distinct()
              .toList();
      if (titles.size() > 1) {
        found.add(
            new Finding(
                "titles",
                List.of(titles.get(0), String.join(" · ", titles.subList(1, titles.size()))),
                titles.stream().map(t -> new Side(person, t)).toList()));
      }
    }
    return found;
  }

  /** A published contact address contains a person's name instead of a function. */
  static List<Finding> personalAddresses(Facts facts) {
    return facts.all("person").stream()
        .filter(p -> p.text("address-kind").equals("personal"))
        .map(p -> new Finding("address", List.of(), List.of(new Side(p, ""))))
        .toList();
  }

  /** A figure without a source. */
  static List<Finding> figuresWithoutSource(Facts facts) {
    return facts.all("figure").stream()
        .filter(f -> !f.flag("computed"))
        .filter(f -> !f.has("source-publication") && !f.has("source-words"))
        .map(f -> new Finding("no-source", List.of(), List.of(new Side(f, ""))))
        .toList();
  }
}
