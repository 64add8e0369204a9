package org.passerelle.protect.sharing.referral;

import com.ibm.icu.text.Transliterator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.passerelle.forms.Code;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.map.TownPoints;
import org.springframework.stereotype.Component;

/** Finds towns by name, in any script and language, also within what somebody wrote of a place. */
@Component
class Towns {
  private static final Transliterator PLAIN =
      Transliterator.getInstance("Any-Latin; NFD; [:M:] Remove; NFC");

  /** Shorter names could be the beginning of another word. */
  private static final int INFLECTED = 5;

  private final Map<String, Named> named = new HashMap<>();

  /**
   * A town under one of its names.
   *
   * @param among how the name appears among other words
   */
  private record Named(TownPoints.Point point, Pattern among) {}

  Towns(FormDefinitions forms) {
    for (Code town : forms.lists().list("towns").codes()) {
      TownPoints.Point point = TownPoints.all().get(town.code());
      if (point != null) {
        town.label().byLanguage().values().forEach(name -> add(name, point));
        point.also().forEach(name -> add(name, point));
      }
    }
  }

  private void add(String name, TownPoints.Point point) {
    named.put(key(point.country(), name), new Named(point, inflected(plain(name))));
  }

  /** A town of a country by its name. */
  Optional<TownPoints.Point> find(String country, String town) {
    return Optional.ofNullable(named.get(key(country, town))).map(Named::point);
  }

  /**
   * The town that a text names among other words, also in another case („у Прешеву”); if there are
   * several, the one with the longest name.
   */
  Optional<TownPoints.Point> within(String country, String text) {
    String words = " " + plain(text) + " ";
    String before = key(country, "");
    return named.entrySet().stream()
        .filter(one -> one.getKey().startsWith(before))
        .filter(one -> one.getValue().among().matcher(words).find())
        .max(
            Comparator.comparingInt((Map.Entry<String, Named> one) -> one.getKey().length())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(one -> one.getValue().point());
  }

  private static Pattern inflected(String name) {
    String stem = name.length() < INFLECTED ? name : name.replaceFirst("[aeiou]$", "");
    String endings = name.length() < INFLECTED ? "" : "(?:[aeiou]|[eo]m)?";
    return Pattern.compile(" " + Pattern.quote(stem) + endings + " ");
  }

  private static String key(String country, String name) {
    return country + " " + plain(name);
  }

  private static String plain(String text) {
    return PLAIN
        .transliterate(text)
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd')
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
