package org.passerelle.protect.casework.placement.place;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.accounts.Addressees;
import org.passerelle.language.SerbianScript;
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
  private final PlaceNames places;
  private final KnownPlaces known;

  ShelterNames(Addressees organisations, PlaceLines lines, PlaceNames places, KnownPlaces known) {
    this.known = known;
    this.organisations = organisations;
    this.lines = lines;
    this.places = places;
  }

  /**
   * Checks a text in Latin or Cyrillic, with or without accents.
   *
   * @param organisations organisations whose places are included besides all shelter organisations
   */
  public boolean isNamedIn(String text, UUID... organisations) {
    return !namedIn(Map.of("text", text), organisations).isEmpty();
  }

  /**
   * Checks several texts; names are decrypted once for all of them.
   *
   * @param texts by any key; blank ones name nothing
   * @return keys of the texts that name a shelter
   */
  public <K> Set<K> namedIn(Map<K, String> texts, UUID... organisations) {
    return namedIn(texts, placesOf(organisations));
  }

  /**
   * The same with one place, even if none of these organisations places there any more.
   *
   * @param place identifier of the place
   */
  public <K> Set<K> namedAt(UUID place, Map<K, String> texts, UUID... organisations) {
    Set<UUID> ids = placesOf(organisations);
    ids.add(place);
    return namedIn(texts, ids);
  }

  private Set<UUID> placesOf(UUID... organisations) {
    Set<UUID> ids = new LinkedHashSet<>();
    Set.copyOf(Arrays.asList(organisations))
        .forEach(one -> lines.of(one).forEach(line -> ids.add(line.id())));
    return ids;
  }

  private <K> Set<K> namedIn(Map<K, String> texts, Set<UUID> ids) {
    Map<K, String> plain = new LinkedHashMap<>();
    texts.forEach((key, text) -> plain.put(key, plain(text)));
    plain.values().removeIf(String::isBlank);
    if (plain.isEmpty()) {
      return Set.of();
    }
    Set<String> codes = codes();
    List<String> names = names(ids);
    plain
        .values()
        .removeIf(
            text ->
                BETWEEN_CODES.splitAsStream(text).noneMatch(codes::contains)
                    && names.stream().noneMatch(text::contains));
    return Set.copyOf(plain.keySet());
  }

  /** Codes have no meaning, so those of all places on the node are included. */
  private Set<String> codes() {
    return known.all().stream()
        .map(place -> plain(place.code()))
        .flatMap(code -> Stream.of(code, code.replace("-", "")))
        .collect(Collectors.toSet());
  }

  private List<String> names(Set<UUID> ids) {
    return Stream.concat(
            organisations.ofType("shelter").stream()
                .flatMap(o -> o.name().byLanguage().values().stream()),
            places.of(ids).values().stream())
        .map(ShelterNames::plain)
        .filter(name -> name.length() >= SHORTEST_NAME)
        .toList();
  }

  private static String plain(String text) {
    return Normalizer.normalize(SerbianScript.latin(text), Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd');
  }
}
