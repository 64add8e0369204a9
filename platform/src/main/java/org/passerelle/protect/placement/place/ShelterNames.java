package org.passerelle.protect.placement.place;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;
import org.passerelle.accounts.Addressees;
import org.springframework.stereotype.Component;

/**
 * Whether a text names a shelter: an organisation that is one, or a place of the register by what
 * those who place call it. Addresses are not compared: whoever is refused one would know that it is
 * right.
 */
@Component
public class ShelterNames {
  /** Too short to be told from a part of another word. */
  private static final int SHORTEST_NAME = 4;

  private final Addressees organisations;
  private final PlaceLines lines;
  private final PlaceRows places;

  ShelterNames(Addressees organisations, PlaceLines lines, PlaceRows places) {
    this.organisations = organisations;
    this.lines = lines;
    this.places = places;
  }

  /**
   * Asks it of a text in any script, with or without accents.
   *
   * @param organisation whose places count beside all organisations that are shelters
   */
  public boolean isNamedIn(String text, java.util.UUID organisation) {
    String plain = plain(text);
    return Stream.concat(
            organisations.ofType("shelter").stream()
                .flatMap(o -> o.name().byLanguage().values().stream()),
            places.some(lines.of(organisation).stream().map(PlaceLine::id).toList()).stream()
                .map(p -> p.words().name()))
        .map(ShelterNames::plain)
        .anyMatch(name -> name.length() >= SHORTEST_NAME && plain.contains(name));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
