package org.passerelle.linkage.names.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a company is by law, in the languages of the region; no part of its name. */
final class LegalForms {
  /**
   * Legal forms that are everyday words or initials, too: no sign of an organisation by themselves.
   */
  private static final Set<String> DOUBTFUL =
      Set.of("as", "se", "ab", "sa", "ad", "co", "sl", "ev", "mv", "pt", "ag", "ae");

  private static final Pattern AT_THE_END =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(AG|SE|AB|SA|S\\.A\\.|A/S|AS|Co|PT|MV|AD|A\\.D\\.|A\\.E\\.|A\\.Ş\\.|AŞ)\\.?,?$");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_ ]");
  private static final int LONG_FORM = 9;
  private static final double SWAP = 0.6;
  private final List<String> longestFirst;
  private final Map<String, String> kinds = new HashMap<>();
  private final NameWords words;
  private final double misspelt;

  LegalForms(RuleFile file, NameWords words, double misspelt) {
    this.words = words;
    this.misspelt = misspelt;
    Set<String> legalForms = new HashSet<>();
    Map<String, List<String>> ofKind = file.part("kinds").lists();
    for (List<String> forms : file.textLists("legal_forms")) {
      for (String form : forms) {
        String bare = NO_WORD.matcher(NameWords.bare(form)).replaceAll("").strip();
        legalForms.add(bare);
        ofKind.forEach(
            (kind, firsts) -> {
              if (firsts.contains(forms.get(0))) {
                kinds.put(bare, kind);
              }
            });
      }
    }
    longestFirst =
        legalForms.stream()
            .sorted(Comparator.<String>comparingInt(f -> -f.length()).thenComparing(f -> f))
            .toList();
  }

  /** A name carries one. */
  boolean in(String name) {
    String text = " " + NO_WORD.matcher(NameWords.bare(name)).replaceAll(" ").strip() + " ";
    for (String form : longestFirst) {
      if (form.length() > 1 && !DOUBTFUL.contains(form) && text.contains(" " + form + " ")) {
        return true;
      }
    }
    return AT_THE_END.matcher(name).find() && words.raw(name).size() > 1;
  }

  /** The text, in small letters and with a blank at both ends, without them; adds their kinds. */
  String without(String name, Set<String> found) {
    String text = name;
    for (String form : longestFirst) {
      String edged = " " + form + " ";
      if (text.contains(edged)) {
        text = text.replace(edged, " ");
        found.add(kinds.getOrDefault(form, ""));
      }
    }
    return text;
  }

  /** Aktiengeselschaft; adds the kind. */
  boolean isOneMisspelt(String word, Set<String> found) {
    if (word.length() < LONG_FORM) {
      return false;
    }
    for (String form : longestFirst) {
      if (form.length() >= LONG_FORM
          && form.indexOf(' ') < 0
          && EditDistance.between(word, form, SWAP) <= misspelt) {
        found.add(kinds.getOrDefault(form, ""));
        return true;
      }
    }
    return false;
  }
}
