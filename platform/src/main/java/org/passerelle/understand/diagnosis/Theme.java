package org.passerelle.understand.diagnosis;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A theme of passages.
 *
 * @param code code of a built-in theme, or identifier of a team's own
 * @param parent code of the parent theme; empty for a built-in one
 * @param name name of a team's own theme; empty for a built-in one
 */
public record Theme(String code, String parent, String name) {
  /** Codes of the built-in themes; their labels are in the language files. */
  public static final List<String> SHIPPED =
      List.of(
          "recruitment",
          "transport",
          "housing",
          "exploitation",
          "control",
          "money",
          "family",
          "response",
          "tools");

  /** Its top-level theme. */
  public String top() {
    return parent.isEmpty() ? code : parent;
  }

  /** The codes of several themes. */
  public static Set<String> codes(Collection<Theme> themes) {
    return themes.stream().map(Theme::code).collect(Collectors.toUnmodifiableSet());
  }
}
