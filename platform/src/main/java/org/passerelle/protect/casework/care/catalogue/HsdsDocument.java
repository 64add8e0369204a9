package org.passerelle.protect.casework.care.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts a document of HSDS 3.0 (object {@code service}) to a service. Pure functions. Data of a
 * document that are not shown here are kept when it is changed.
 *
 * <p>{@link HsdsWriting} does the reverse. Needs are attributes with terms of the taxonomy {@code
 * passerelle-needs}; the location is the first location with its first address.
 */
final class HsdsDocument {
  static final String TAXONOMY = "passerelle-needs";
  private static final int OLDEST = 150;
  private static final Set<String> DAYS = Set.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private HsdsDocument() {}

  /** Codes of {@code care_needs}, {@code languages} and {@code countries}. */
  record Codes(Set<String> needs, Set<String> languages, Set<String> countries) {}

  /**
   * Reads a document that is valid against the schema.
   *
   * @param known codes that are recognised; others stay in the document
   */
  static CareService read(JsonNode document, Codes known) {
    JsonNode location = first(document, "service_at_locations").path("location");
    JsonNode address = first(location, "addresses");
    JsonNode schedule = first(document, "schedules");
    JsonNode cost = first(document, "cost_options");
    String country = text(address, "country").toUpperCase(Locale.ROOT);
    return new CareService(
        text(document, "name"),
        text(document, "description"),
        needs(document, known.needs),
        text(document, "status"),
        age(document, "minimum_age"),
        age(document, "maximum_age"),
        languages(document, known.languages),
        new CareService.Where(
            text(address, "address_1"),
            text(address, "postal_code"),
            text(address, "city"),
            known.countries.contains(country) ? country : "",
            text(first(location, "accessibility"), "description")),
        new CareService.When(
            days(text(schedule, "byday")),
            hour(text(schedule, "opens_at")),
            hour(text(schedule, "closes_at")),
            text(schedule, "description")),
        new CareService.Cost(
            cost.path("amount").isNumber() ? cost.path("amount").decimalValue() : null,
            text(cost, "currency").toUpperCase(Locale.ROOT),
            text(document, "fees_description")),
        new CareService.Contact(
            text(first(document, "phones"), "number"),
            text(document, "email"),
            text(document, "url"),
            text(document, "application_process"),
            text(document, "eligibility_description")),
        day(text(document, "assured_date")));
  }

  /** Adds the provider, unless the document names one. */
  static ObjectNode provided(ObjectNode document, UUID id, String name, String about) {
    ObjectNode whole = document.deepCopy();
    if (!whole.path("organization").isObject()) {
      whole.put("organization_id", id.toString());
      whole
          .putObject("organization")
          .put("id", id.toString())
          .put("name", name)
          .put("description", about.isEmpty() ? name : about);
    }
    return whole;
  }

  static String text(JsonNode node, String field) {
    return node.path(field).isString() ? node.path(field).asString("").strip() : "";
  }

  static JsonNode first(JsonNode node, String list) {
    return node.path(list).path(0);
  }

  /** An age in full years, at most 150. */
  private static @Nullable Integer age(JsonNode document, String field) {
    JsonNode value = document.path(field);
    return value.isNumber() ? (int) Math.min(OLDEST, Math.max(0, value.asDouble(0))) : null;
  }

  private static List<String> needs(JsonNode document, Set<String> known) {
    List<String> needs = new ArrayList<>();
    for (JsonNode attribute : document.path("attributes")) {
      JsonNode term = attribute.path("taxonomy_term");
      String code = text(term, "code");
      if (text(term, "taxonomy").equals(TAXONOMY)
          && known.contains(code)
          && !needs.contains(code)) {
        needs.add(code);
      }
    }
    return needs;
  }

  private static List<String> languages(JsonNode document, Set<String> known) {
    List<String> languages = new ArrayList<>();
    for (JsonNode language : document.path("languages")) {
      String code = HsdsLanguages.house(text(language, "code"));
      if (known.contains(code) && !languages.contains(code)) {
        languages.add(code);
      }
    }
    return languages;
  }

  private static List<String> days(String byday) {
    return List.of(byday.split(",", -1)).stream()
        .map(String::strip)
        .filter(DAYS::contains)
        .toList();
  }

  private static String hour(String time) {
    return time.matches("[0-2][0-9]:[0-5][0-9].*") ? time.substring(0, 5) : time;
  }

  static @Nullable LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
