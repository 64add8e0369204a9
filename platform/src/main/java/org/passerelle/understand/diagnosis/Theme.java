package org.passerelle.understand.diagnosis;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a passage is about.
 *
 * @param code of a theme that comes with the product, or the identifier of a team's own
 * @param parent code of the theme above; empty for one that comes with the product
 * @param name of a team's own; empty for one that comes with the product
 */
public record Theme(String code, String parent, String name) {
  /** Codes of those that come with the product; their words stand in the language files. */
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

  /** The theme of the first level that it belongs to. */
  public String top() {
    return parent.isEmpty() ? code : parent;
  }

  /** The codes of several. */
  public static Set<String> codes(Collection<Theme> themes) {
    return themes.stream().map(Theme::code).collect(Collectors.toUnmodifiableSet());
  }
}
