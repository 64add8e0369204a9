package org.passerelle.protect.casework.placement.place;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Detects texts in the form of a street with a house number; a meeting place is a crossing, a
 * station or an office. A refusal reveals nothing about shelters, since every address is refused
 * (decision 0094). A pure function.
 */
public final class StreetAddress {
  /** Words for a street in the languages of the region, without accents. */
  private static final Set<String> STREETS =
      words(
          """
          street st road rd avenue ave av square sq boulevard blvd bd bul bulevar bulevardi
          bulevardul rue chemin place allee impasse quai route ulica ul trg sokak put cesta naselje
          rruga rr strada str calea aleea piata strasse via piazza viale
          улица ул булевар бул трг сокак пут насеље булевард οδος λεωφορος πλατεια
          """);

  /** Numbered things that are not streets, and weekdays before a date; without accents. */
  private static final Set<String> NUMBERED =
      words(
          """
          terminal platform gate exit lane track hall door room office desk window floor level zone
          parking line flight train coach wagon pier dock berth bus article section
          voie sortie porte salle bureau guichet etage ligne terminal
          peron perron kolosek izlaz kapija gejt hala vrata soba kancelarija salter sprat zona
          linija autobus voz vagon pristaniste clan
          перон колосек излаз капија гејт хала врата соба канцеларија шалтер спрат зона линија
          аутобус воз вагон терминал паркинг пристаниште члан
          monday tuesday wednesday thursday friday saturday sunday
          lundi mardi mercredi jeudi vendredi samedi dimanche
          ponedeljak utorak sreda cetvrtak petak subota nedelja
          понедељак уторак среда четвртак петак субота недеља
          """);

  /** Beginnings of months, and units: the number before them is not a house number. */
  private static final Set<String> COUNTED =
      words(
          """
          jan feb mar apr maj may jun jul aug sep oct okt nov dec mai jui aou avr fev
          јан феб мар апр мај јун јул авг сеп окт нов дец
          km min sat hou heu per chi dec enf мин сат км
          """);

  private static final Pattern HOUSE =
      Pattern.compile(
          "(?:br|бр|no|nr|n|№|#)?[.°]?[1-9][0-9]{0,3}\\p{L}?(?:[/-][0-9]{1,3}\\p{L}?)?");
  private static final Set<String> SIGNS = Set.of("br", "бр", "no", "nr", "n°", "№", "#");
  private static final int SHORTEST_NAME = 4;
  private static final int BEFORE = 4;
  private static final int AFTER = 3;

  private StreetAddress() {}

  private static Set<String> words(String lines) {
    return Set.copyOf(List.of(lines.strip().split("\\s+", -1)));
  }

  /** Whether a text contains an address, in any script, with or without accents. */
  public static boolean isIn(String text) {
    List<String> typed = List.of(text.strip().split("[\\s,;()]+", -1));
    List<String> plain = typed.stream().map(StreetAddress::plain).toList();
    for (int i = 0; i < plain.size(); i++) {
      if (HOUSE.matcher(plain.get(i)).matches() && isHouse(typed, plain, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHouse(List<String> typed, List<String> plain, int at) {
    String next = at + 1 < plain.size() ? plain.get(at + 1) : "";
    if (next.length() > 1 && COUNTED.contains(next.substring(0, Math.min(3, next.length())))) {
      return false;
    }
    int before = at - 1;
    if (before >= 0 && SIGNS.contains(plain.get(before))) {
      before--;
    }
    if (before >= 0 && NUMBERED.contains(plain.get(before))) {
      return false;
    }
    return isStreet(plain, before - BEFORE + 1, before)
        || isStreet(plain, at + 1, at + AFTER)
        || (before >= 0 && isName(typed.get(before)));
  }

  private static boolean isStreet(List<String> plain, int from, int to) {
    for (int i = Math.max(0, from); i <= to && i < plain.size(); i++) {
      if (STREETS.contains(plain.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Streets are often called by a name alone: “Nemanjina 11”. */
  private static boolean isName(String word) {
    return word.length() >= SHORTEST_NAME && Character.isUpperCase(word.codePointAt(0));
  }

  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[.:!?…]+$", "");
  }
}
