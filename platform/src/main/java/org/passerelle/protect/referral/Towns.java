package org.passerelle.protect.referral;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.Code;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.protect.TownPoints;
import org.springframework.stereotype.Component;

/** Finds towns by name, in any script and language. */
@Component
class Towns {
  private static final Transliterator PLAIN =
      Transliterator.getInstance("Any-Latin; NFD; [:M:] Remove; NFC");
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

  /** Distance between two towns in kilometres; null if one of them is unknown. */
  @Nullable Integer kilometres(String country, String town, String otherCountry, String otherTown) {
    TownPoints.Point one = named.get(key(country, town));
    TownPoints.Point other = named.get(key(otherCountry, otherTown));
    return one == null || other == null ? null : Integer.valueOf(one.kilometres(other));
  }

  private static String key(String country, String name) {
    return country
        + " "
        + PLAIN.transliterate(name).toLowerCase(Locale.ROOT).replace('đ', 'd').strip();
  }
}
