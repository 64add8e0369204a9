package org.passerelle.intersection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.passerelle.linkage.names.RegionalNames;
import org.passerelle.linkage.names.Sounding;

/**
 * A word of a name as it may be heard, twice: roughly, by its consonants in classes (the keys of
 * the engine linkage), and finely, with its vowels in two classes and those consonants made equal
 * that officers of the region write for each other. A word with marks is also heard as if somebody
 * had left them out.
 */
final class HeardName {
  private static final double LIKELY = 0.12;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern REPEATED = Pattern.compile("(.)\\1+");
  private static final Pattern VOWELS = Pattern.compile("[ai]+");
  private static final Pattern BEFORE_STOP = Pattern.compile("n(?=[tk])|m(?=p)|t(?=s)");
  private static final String FROM = "oəăâeuüyöîɨjɟbdgvzžšćčđǯʒcqwðθñɲļʎ";
  private static final String TO = "aiaaiiiiiiiiiptkfssssssssskfttnnll";

  private HeardName() {}

  /** By consonants, the likeliest first; without stems and groups of forms. */
  static List<String> rough(RegionalNames names, String word) {
    List<List<String>> all = new ArrayList<>();
    for (String written : written(word)) {
      List<String> keys = new ArrayList<>();
      for (String key : names.keys(written)) {
        if (!key.isEmpty() && !key.endsWith("~") && !Character.isLowerCase(key.charAt(0))) {
          keys.add(key);
        }
      }
      all.add(keys);
    }
    return inTurn(all);
  }

  /** By all sounds, the likeliest first. */
  static List<String> fine(RegionalNames names, String word) {
    List<List<String>> all = new ArrayList<>();
    for (String written : written(word)) {
      Set<String> sounds = new LinkedHashSet<>();
      sounds.add(names.concept(written));
      names.known(written).forEach(known -> sounds.add(known.sounds()));
      for (Sounding sounding : names.soundings(written)) {
        if (sounding.cost() <= LIKELY) {
          sounds.add(sounding.sounds());
        }
      }
      List<String> forms = new ArrayList<>();
      for (String heard : sounds) {
        forms.add(folded(heard));
        // ć and đ of one language are k and g of another
        forms.add(folded(heard.replace('ć', 'k').replace('đ', 'g')));
      }
      all.add(forms);
    }
    return inTurn(all);
  }

  private static List<String> written(String word) {
    String bare = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    return bare.equals(word) ? List.of(word) : List.of(word, bare);
  }

  private static String folded(String sounds) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < sounds.length(); i++) {
      int at = FROM.indexOf(sounds.charAt(i));
      out.append(at < 0 ? sounds.charAt(i) : TO.charAt(at));
    }
    String vowels = VOWELS.matcher(out).replaceAll(v -> v.group().contains("a") ? "a" : "i");
    String stops = BEFORE_STOP.matcher(vowels).replaceAll("");
    return REPEATED.matcher(stops).replaceAll("$1");
  }

  /** The first of each, then the second of each, each once. */
  static List<String> inTurn(List<List<String>> lists) {
    Set<String> all = new LinkedHashSet<>();
    int longest = lists.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (List<String> one : lists) {
        if (i < one.size()) {
          all.add(one.get(i));
        }
      }
    }
    return List.copyOf(all);
  }
}
