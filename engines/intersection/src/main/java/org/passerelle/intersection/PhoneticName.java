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
 * The phonetic forms of a word of a name: a rough one, by its consonants in classes (the keys of
 * the linkage engine), and a fine one, with its vowels in two classes and with consonants merged
 * that officers of the region confuse. A word with diacritics is also read as if they were omitted.
 */
final class PhoneticName {
  private static final double LIKELY = 0.12;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern REPEATED = Pattern.compile("(.)\\1+");
  private static final Pattern VOWELS = Pattern.compile("[ai]+");
  private static final Pattern BEFORE_STOP = Pattern.compile("n(?=[tk])|m(?=p)|t(?=s)");
  private static final String FROM = "oəăâeuüyöîɨjɟbdgvzžšćčđǯʒcqwðθñɲļʎ";
  private static final String TO = "aiaaiiiiiiiiiptkfssssssssskfttnnll";

  private PhoneticName() {}

  /** Consonant keys, most likely first; without stems and form groups. */
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

  /** Full phonetic keys, most likely first. */
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
        // ć and đ in one language correspond to k and g in another
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

  /** Interleaves the lists without duplicates: the first of each, then the second of each. */
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
