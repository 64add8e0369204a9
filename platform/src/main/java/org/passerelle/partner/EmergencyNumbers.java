package org.passerelle.partner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.passerelle.PublicProcess;
import org.passerelle.language.Language;
import org.passerelle.language.ResourceYaml;
import org.passerelle.language.Wording;
import org.springframework.stereotype.Component;

/**
 * Emergency numbers by country. A number that nobody has verified is marked as such, and pages show
 * the mark. Immutable; safe for concurrent use.
 */
@Component
@PublicProcess
public final class EmergencyNumbers {
  private static final Pattern NOT_DIALLED = Pattern.compile("[^0-9+]");
  private final Map<String, List<Line>> byCountry = new LinkedHashMap<>();
  private final Wording notVerified;

  /** Reads {@code partner/emergency-numbers.yaml}. */
  public EmergencyNumbers() {
    Map<String, Object> file = ResourceYaml.read("partner/emergency-numbers.yaml");
    notVerified = ResourceYaml.wording(part(file, "not-verified"));
    Map<?, ?> kinds = (Map<?, ?>) part(file, "kinds");
    for (Object entry : (List<?>) part(file, "countries")) {
      Map<?, ?> country = (Map<?, ?>) entry;
      List<Line> numbers = new ArrayList<>();
      for (Object number : (List<?>) part(country, "numbers")) {
        numbers.add(number((Map<?, ?>) number, kinds));
      }
      byCountry.put(text(country, "country"), List.copyOf(numbers));
    }
  }

  /**
   * An emergency number.
   *
   * @param kind {@code general}, {@code police}, {@code ambulance}, {@code trafficking_hotline},
   *     {@code child_helpline}, {@code missing_child}
   * @param label the kind in words
   * @param number as people write it, with spaces
   * @param operator who answers, or empty
   * @param verified whether somebody verified it for this installation
   * @param source source of the number
   * @param asOf year of the source
   */
  public record Line(
      String kind,
      Wording label,
      String number,
      String operator,
      boolean verified,
      String source,
      String asOf) {

    /** The number without spaces, for a telephone link. */
    public String dialled() {
      return NOT_DIALLED.matcher(number).replaceAll("");
    }
  }

  /** Countries with numbers, in the order of the file. */
  public Set<String> countries() {
    return byCountry.keySet();
  }

  /** The numbers of a country, most general first; empty if the country is not included. */
  public List<Line> of(String country) {
    return byCountry.getOrDefault(country, List.of());
  }

  /** The first number of a country with one of these kinds, tried in the given order. */
  public Optional<Line> first(String country, String... kinds) {
    for (String kind : kinds) {
      Optional<Line> found =
          of(country).stream().filter(number -> number.kind().equals(kind)).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The remark beside a number: its operator, that it is not verified, or nothing. */
  public String remark(Line line, Language language) {
    return remark(line, notVerified(language));
  }

  /** What is said of a number that nobody verified. */
  public String notVerified(Language language) {
    return notVerified.in(language);
  }

  /** The same remark with these words for a number that is not verified. */
  public static String remark(Line line, String notVerified) {
    String doubt = line.verified() ? "" : notVerified;
    boolean both = !line.operator().isEmpty() && !doubt.isEmpty();
    return line.operator() + (both ? " · " : "") + doubt;
  }

  private static Line number(Map<?, ?> entry, Map<?, ?> kinds) {
    String kind = text(entry, "kind");
    return new Line(
        kind,
        ResourceYaml.wording(part(kinds, kind)),
        text(entry, "number"),
        entry.get("operator") == null ? "" : text(entry, "operator"),
        Boolean.TRUE.equals(entry.get("verified")),
        text(entry, "source"),
        text(entry, "as-of"));
  }

  private static String text(Map<?, ?> map, String key) {
    return part(map, key).toString();
  }

  private static Object part(Map<?, ?> map, String key) {
    return Objects.requireNonNull(
        map.get(key),
        () ->
            "partner/emergency-numbers.yaml lacks \"%s\" in %s.%nMaybe a line was deleted."
                .formatted(key, map));
  }
}
