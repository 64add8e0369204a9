package org.passerelle.linkage.generator;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.passerelle.linkage.names.internal.Letters;
import org.passerelle.linkage.names.internal.RuleFile;

/** The Latin line of a country's travel papers, letter by letter, and its machine-readable zone. */
final class TravelPaper {
  private static final String VOICED = "άαεέηήιίϊΐοόυύϋΰωώβγδζλμνρ";
  private final Map<String, String> letters;
  private final Map<String, String> start;
  private final Map<String, String> end;
  private final Map<String, String> voiced;
  private final Map<String, String> zone;
  private final double zoneShare;

  private TravelPaper(RuleFile file) {
    letters = file.part("letters").pairs();
    start = file.part("start").pairs();
    end = file.part("end").pairs();
    voiced = file.part("voiced").pairs();
    zone = file.part("zone").pairs();
    zoneShare = file.has("zone_share") ? file.number("zone_share") : 0.3;
  }

  /** By the name of each country. */
  static Map<String, TravelPaper> read() {
    RuleFile file = RuleFile.read("persons/passports.yaml");
    Map<String, TravelPaper> papers = new HashMap<>();
    for (Object key : file.values().keySet()) {
      papers.put(key.toString(), new TravelPaper(file.part(key.toString())));
    }
    return papers;
  }

  /** Share of officers who copy the zone and not the line above. */
  double zoneShare() {
    return zoneShare;
  }

  /** The Latin line of one word. */
  String latin(String word) {
    String small = Letters.lower(word);
    StringBuilder out = new StringBuilder(word.length() + 4);
    int i = 0;
    while (i < small.length()) {
      int taken = 0;
      for (int n = Math.min(3, small.length() - i); n > 0 && taken == 0; n--) {
        String found = latin(small, i, n);
        if (found != null) {
          out.append(found);
          taken = n;
        }
      }
      if (taken == 0) {
        out.append(small.charAt(i));
        taken = 1;
      }
      i += taken;
    }
    return capital(out.toString());
  }

  private @org.jspecify.annotations.Nullable String latin(String small, int at, int n) {
    String piece = small.substring(at, at + n);
    int next = at + n;
    if (at == 0 && start.containsKey(piece)) {
      return start.get(piece);
    }
    if (next == small.length() && end.containsKey(piece)) {
      return end.get(piece);
    }
    if (next < small.length()
        && voiced.containsKey(piece)
        && VOICED.indexOf(small.charAt(next)) >= 0) {
      return voiced.get(piece);
    }
    return letters.get(piece);
  }

  /** What the machine-readable zone makes of the Latin line. */
  String zone(String latin) {
    String small = Letters.lower(latin);
    for (Map.Entry<String, String> e : zone.entrySet()) {
      small = small.replace(e.getKey(), e.getValue());
    }
    return Letters.folded(small).toUpperCase(Locale.ROOT);
  }

  static String capital(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
