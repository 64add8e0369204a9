package org.passerelle.steer.iati;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.passerelle.language.Wording;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;
import org.passerelle.register.Values;

/**
 * Writes the countries and the region of an activity. For several, the standard requires
 * percentages; the register has none, so they are equal, and the description says so.
 */
final class Places {
  /** Regions of the Development Assistance Committee. */
  private static final Map<String, String> REGIONS =
      Map.of("southeast-europe", "89", "europe", "89", "global", "998");

  private static final String UNSPECIFIED = "998";
  private final XmlLines out;
  private final Facts facts;

  Places(XmlLines out, Facts facts) {
    this.out = out;
    this.facts = facts;
  }

  /** What is written: the countries, and the code of a region or nothing. */
  private record Shown(List<String> countries, String region, Wording regionWord) {
    int parts() {
      return countries.size() + (region.isEmpty() ? 0 : 1);
    }
  }

  private Shown shown(Entry project, Redactions redactions) {
    List<String> all = project.texts("countries");
    List<String> countries =
        all.stream().filter(c -> !redactions.hides("recipient-country", c)).toList();
    if (redactions.hides("recipient-country")) {
      return new Shown(List.of(), UNSPECIFIED, Notes.of("iati.withheld"));
    }
    if (countries.size() < all.size()) {
      return new Shown(countries, UNSPECIFIED, Notes.of("iati.withheld"));
    }
    String area = project.text("area");
    if (!area.isEmpty()) {
      return new Shown(
          countries, REGIONS.getOrDefault(area, UNSPECIFIED), word(project, "area", area));
    }
    return countries.isEmpty()
        ? new Shown(List.of(), UNSPECIFIED, Notes.of("iati.place.unknown"))
        : new Shown(countries, "", new Wording(Map.of()));
  }

  private static Wording word(Entry project, String field, String code) {
    return project
        .kind()
        .field(field)
        .map(Field::codes)
        .map(codes -> codes.get(code))
        .orElseGet(() -> new Wording(Map.of()));
  }

  List<Wording> notes(Entry project, Redactions redactions) {
    List<Wording> notes = new ArrayList<>();
    if (shown(project, redactions).parts() > 1) {
      notes.add(Notes.of("iati.shares"));
    }
    return notes;
  }

  void write(Entry project, Redactions redactions) throws XMLStreamException {
    Shown shown = shown(project, redactions);
    if (!redactions.hides("activity-scope") && !redactions.hides("recipient-country")) {
      out.empty("activity-scope", "code", scope(project, shown));
    }
    List<String> shares = Shares.of(shown.parts());
    for (int i = 0; i < shown.countries().size(); i++) {
      String code = shown.countries().get(i);
      out.open("recipient-country", "code", code, "percentage", shares.get(i));
      out.narratives(name(code));
      out.close();
    }
    if (!shown.region().isEmpty()) {
      out.open(
          "recipient-region",
          "code",
          shown.region(),
          "vocabulary",
          "1",
          "percentage",
          shares.get(shares.size() - 1));
      out.narratives(shown.regionWord());
      out.close();
    }
  }

  private static String scope(Entry project, Shown shown) {
    return switch (project.text("area")) {
      case "global" -> "1";
      case "southeast-europe", "europe" -> "2";
      default -> shown.parts() > 1 ? "3" : "4";
    };
  }

  private Wording name(String code) {
    Optional<Entry> country = facts.find("country", code);
    if (country.isEmpty()) {
      return new Wording(Map.of());
    }
    List<Values> names = country.get().rows("names");
    Values last = names.isEmpty() ? Values.of(Map.of()) : names.get(names.size() - 1);
    return last.has("short") ? last.wording("short") : country.get().name();
  }
}
