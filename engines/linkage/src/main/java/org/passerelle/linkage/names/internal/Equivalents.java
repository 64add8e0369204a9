package org.passerelle.linkage.names.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The same name in several languages, and nicknames with the name they stand for. */
final class Equivalents {
  /** The languages of the table's columns, and the orthography their cells are read by. */
  private static final List<String> COLUMNS =
      List.of("sq", "hbs", "mk", "bg", "el", "ro", "tr", "ru", "fr", "en", "de");

  /** A form of a line of the table. */
  record Form(int group, int letters, double weight) {}

  /** A full name that a short form stands for. */
  record Full(SoundCodes heard, double weight, List<Form> forms) {}

  private final Sounds sounds;
  private final Orthographies orthographies;
  private final Map<String, List<Form>> forms = new HashMap<>();
  private final Map<String, Integer> letters = new HashMap<>();
  private final Set<Long> apart = new HashSet<>();
  private final Map<String, List<Full>> fulls = new HashMap<>();
  private final Map<String, Set<String>> fullsOfLanguage = new HashMap<>();

  /**
   * From the tables.
   *
   * @param listed whether the forms of a language are known names as well
   */
  Equivalents(
      Sounds sounds, Orthographies orthographies, KnownNames known, Predicate<String> listed) {
    this.sounds = sounds;
    this.orthographies = orthographies;
    int group = 0;
    for (List<String> row : RuleFile.rows("names/equivalents.tsv")) {
      group++;
      line(row, group, known, listed);
    }
    RuleFile.rows("names/short-forms.tsv").forEach(this::shortForm);
    forms.replaceAll((k, v) -> List.copyOf(v));
  }

  static String orthography(String column) {
    return column.equals("hbs") ? "hbs-Latn" : column;
  }

  private void line(List<String> row, int group, KnownNames known, Predicate<String> listed) {
    double weight = Double.parseDouble(row.get(1));
    for (int c = 0; c < COLUMNS.size() && c + 2 < row.size(); c++) {
      String cell = row.get(c + 2);
      Orthography o = orthographies.named(orthography(COLUMNS.get(c)));
      for (String form : cell.split("/", -1)) {
        if (!form.isEmpty()) {
          String heard = o.sounds(form);
          List<Form> all = forms.computeIfAbsent(heard, k -> new ArrayList<>());
          Form one = new Form(group, number(form), weight);
          if (!all.contains(one)) {
            all.add(one);
          }
          if (listed.test(COLUMNS.get(c))) {
            known.learn(heard, form, "=" + COLUMNS.get(c), cell, KnownNames.FIRST_NAME, heard);
          }
        }
      }
    }
    if (row.size() > 13) {
      for (String pair : row.get(13).split(";", -1)) {
        String[] two = pair.split("~", -1);
        if (two.length == 2) {
          apart.add(key(number(two[0]), number(two[1])));
        }
      }
    }
  }

  private int number(String form) {
    return letters.computeIfAbsent(Letters.lower(form), k -> letters.size());
  }

  private static long key(int a, int b) {
    return ((long) Math.min(a, b) << 32) | Math.max(a, b);
  }

  private void shortForm(List<String> row) {
    Orthography o = orthographies.named(orthography(row.get(0)));
    String from = o.sounds(row.get(2));
    String to = o.sounds(row.get(3));
    double weight = Double.parseDouble(row.get(4));
    fulls
        .computeIfAbsent(from, k -> new ArrayList<>())
        .add(new Full(sounds.heard(to), weight, forms(to)));
    fullsOfLanguage.computeIfAbsent(o.language() + "|" + from, k -> new HashSet<>()).add(to);
  }

  List<Form> forms(String heard) {
    return forms.getOrDefault(heard, List.of());
  }

  List<Full> fulls(String heard) {
    return fulls.getOrDefault(heard, List.of());
  }

  /** Full names of a short form, within one language. */
  Set<String> fulls(String language, String heard) {
    return fullsOfLanguage.getOrDefault(language + "|" + heard, Set.of());
  }

  /** Two forms of one line that are two names to those who bear them. */
  private boolean apart(int a, int b) {
    return a != b && !apart.isEmpty() && apart.contains(key(a, b));
  }

  /**
   * How much of the evidence of an equal name remains between two words; 0 where no line has both.
   *
   * @param oneScript whether both are of one script: then two forms that are two names in one
   *     language are two, although each has the sounds of a form of another
   */
  double weight(Form[] a, Form[] b, boolean oneScript) {
    double best = 0;
    for (int i = 0, from = 0; i < a.length; i++) {
      while (from < b.length && b[from].group < a[i].group) {
        from++;
      }
      for (int j = from; j < b.length && b[j].group == a[i].group; j++) {
        boolean two = apart(a[i].letters, b[j].letters);
        double w = a[i].weight * (two ? 0.25 : 1);
        if (two && oneScript) {
          return w;
        }
        best = Math.max(best, w);
      }
    }
    return best;
  }

  static Form[] sorted(Set<Form> all) {
    Form[] array = all.toArray(Form[]::new);
    Arrays.sort(array, java.util.Comparator.comparingInt(Form::group));
    return array;
  }
}
