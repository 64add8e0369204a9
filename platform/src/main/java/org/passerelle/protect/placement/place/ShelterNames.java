package org.passerelle.protect.placement.place;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passerelle.accounts.Addressees;
import org.springframework.stereotype.Component;

/**
 * Detects texts that name a shelter: an organisation of that type, or a place in the register by
 * its name or code. Addresses are not compared, since a refusal would confirm them (decision 0094).
 */
@Component
public class ShelterNames {
  /** Minimum length of a name; shorter ones match parts of other words. */
  private static final int SHORTEST_NAME = 4;

  private static final Pattern BETWEEN_CODES = Pattern.compile("[^a-z0-9-]+");

  private final Addressees organisations;
  private final PlaceLines lines;
  private final PlaceRows places;
  private final KnownPlaces known;

  ShelterNames(Addressees organisations, PlaceLines lines, PlaceRows places, KnownPlaces known) {
    this.known = known;
    this.organisations = organisations;
    this.lines = lines;
    this.places = places;
  }

  /**
   * Checks a text in any script, with or without accents.
   *
   * @param organisation organisation whose places are included besides all shelter organisations
   */
  public boolean isNamedIn(String text, java.util.UUID organisation) {
    String plain = plain(text);
    return isCodeIn(plain)
        || Stream.concat(
                organisations.ofType("shelter").stream()
                    .flatMap(o -> o.name().byLanguage().values().stream()),
                places.some(lines.of(organisation).stream().map(PlaceLine::id).toList()).stream()
                    .map(p -> p.words().name()))
            .map(ShelterNames::plain)
            .anyMatch(name -> name.length() >= SHORTEST_NAME && plain.contains(name));
  }

  /** Codes have no meaning, so those of all places on the node are included. */
  private boolean isCodeIn(String plain) {
    Set<String> words =
        Set.of(BETWEEN_CODES.splitAsStream(plain).distinct().toArray(String[]::new));
    return known.all().stream()
        .map(place -> plain(place.code()))
        .anyMatch(code -> words.contains(code) || words.contains(code.replace("-", "")));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
