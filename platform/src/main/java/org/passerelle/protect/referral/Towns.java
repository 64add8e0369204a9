package org.passerelle.protect.referral;

import com.ibm.icu.text.Transliterator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.passerelle.forms.Code;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.protect.TownPoints;
import org.springframework.stereotype.Component;

/** Finds towns by name, in any script and language, also within what somebody wrote of a place. */
@Component
class Towns {
  private static final Transliterator PLAIN =
      Transliterator.getInstance("Any-Latin; NFD; [:M:] Remove; NFC");

  /** Shorter names could be the beginning of another word. */
  private static final int INFLECTED = 5;

  private final Map<String, TownPoints.Point> named = new HashMap<>();

  Towns(FormDefinitions forms) {
    for (Code town : forms.lists().list("towns").codes()) {
      TownPoints.Point point = TownPoints.all().get(town.code());
      if (point != null) {
        town.label()
            .byLanguage()
            .values()
            .forEach(name -> named.put(key(point.country(), name), point));
        point.also().forEach(name -> named.put(key(point.country(), name), point));
      }
    }
  }

  /** A town of a country by its name. */
  Optional<TownPoints.Point> find(String country, String town) {
    return Optional.ofNullable(named.get(key(country, town)));
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
        .filter(one -> isNamed(one.getKey().substring(before.length()), words))
        .max(
            Comparator.comparingInt(
                    (Map.Entry<String, TownPoints.Point> one) -> one.getKey().length())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getValue);
  }

  private static boolean isNamed(String name, String words) {
    String stem = name.length() < INFLECTED ? name : name.replaceFirst("[aeiou]$", "");
    String endings = name.length() < INFLECTED ? "" : "(?:[aeiou]|[eo]m)?";
    return Pattern.compile(" " + Pattern.quote(stem) + endings + " ").matcher(words).find();
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
