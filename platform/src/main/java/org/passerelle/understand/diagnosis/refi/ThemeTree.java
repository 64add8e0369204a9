package org.passerelle.understand.diagnosis.refi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.passerelle.language.Texts;
import org.passerelle.language.Writing;
import org.passerelle.refusal.Refused;
import org.passerelle.understand.diagnosis.Theme;

/**
 * Finds or creates a theme for every code of a file. A top-level code is matched with a built-in
 * theme, by identifier or by its name in any language, or placed under the theme that the user
 * chose; deeper codes become the team's own themes, named by their path. For one file.
 */
final class ThemeTree {
  private static final int LONGEST = 100;
  private final List<Theme> known;
  private final List<Texts> languages;
  private final String under;
  private final BinaryOperator<String> add;
  private final Map<String, String> themes = new HashMap<>();
  private int added;

  /**
   * @param known themes of the diagnosis
   * @param languages languages in which built-in themes may be named
   * @param under theme for unmatched top-level codes; may be empty
   * @param add creates a theme below a built-in one, given its code and the name, and returns its
   *     code
   */
  ThemeTree(List<Theme> known, List<Texts> languages, String under, BinaryOperator<String> add) {
    this.known = new ArrayList<>(known);
    this.languages = List.copyOf(languages);
    this.under = under;
    this.add = add;
  }

  /**
   * Maps a top-level code with its sub-codes.
   *
   * @throws Refused if it matches no built-in theme and no theme was chosen for it
   */
  void take(RefiProject.Code code) {
    Optional<String> shipped =
        Theme.SHIPPED.stream().filter(theme -> isNamed(theme, code)).findFirst();
    if (shipped.isPresent()) {
      themes.put(code.guid(), shipped.get());
      code.below().forEach(below -> own(below, shipped.get(), ""));
    } else if (under.isEmpty()) {
      throw new Refused("refi.refused.under", name(code)).at("under");
    } else {
      own(code, under, "");
    }
  }

  private boolean isNamed(String theme, RefiProject.Code code) {
    return code.guid().equals(RefiExports.guid(theme))
        || languages.stream().anyMatch(t -> t.text("theme." + theme).equalsIgnoreCase(code.name()));
  }

  private void own(RefiProject.Code code, String parent, String path) {
    String full = path.isEmpty() ? name(code) : path + " › " + name(code);
    String name =
        full.codePointCount(0, full.length()) <= LONGEST
            ? full
            : full.substring(0, full.offsetByCodePoints(0, LONGEST - 1)) + "…";
    Optional<Theme> there =
        known.stream()
            .filter(
                theme ->
                    theme.code().equals(code.guid())
                        || (theme.parent().equals(parent) && theme.name().equalsIgnoreCase(name)))
            .findFirst();
    if (there.isEmpty()) {
      added++;
      String made = add.apply(parent, name);
      known.add(new Theme(made, parent, name));
      themes.put(code.guid(), made);
    } else {
      themes.put(code.guid(), there.get().code());
    }
    code.below().forEach(below -> own(below, parent, full));
  }

  private static String name(RefiProject.Code code) {
    String clean = Writing.line(code.name());
    return clean.isEmpty() ? "?" : clean;
  }

  /** The theme of a code, if the file's tree contains it. */
  Optional<String> theme(String code) {
    return Optional.ofNullable(themes.get(code));
  }

  /** Number of new themes. */
  int added() {
    return added;
  }
}
