package org.passerelle.protect.casework.care.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a service into its HSDS 3.0 document and keeps all other data. Pure functions; {@link
 * HsdsDocument} does the reverse.
 */
final class HsdsWriting {
  private HsdsWriting() {}

  /**
   * Writes the known fields into a document.
   *
   * @param before previous document; empty for a new service
   * @param known codes that are recognised
   * @param ids source of identifiers for new elements
   */
  static ObjectNode write(
      CareService service, ObjectNode before, HsdsDocument.Codes known, Supplier<UUID> ids) {
    ObjectNode document = before.deepCopy();
    if (!document.has("id")) {
      document.put("id", ids.get().toString());
    }
    put(document, "name", service.name());
    put(document, "description", service.description());
    put(document, "status", service.status());
    number(document, "minimum_age", service.minAge());
    number(document, "maximum_age", service.maxAge());
    LocalDate assured = service.assured();
    put(document, "assured_date", assured == null ? "" : assured.toString());
    put(document, "fees_description", service.cost().words());
    put(document, "email", service.contact().email());
    put(document, "url", service.contact().url());
    put(document, "application_process", service.contact().apply());
    put(document, "eligibility_description", service.contact().whom());
    one(document, "phones", "number", service.contact().phone(), ids);
    terms(document, service.needs(), ids);
    spoken(document, service.languages(), known.languages(), ids);
    open(document, service.when(), ids);
    cost(document, service.cost(), ids);
    place(document, service.where(), ids);
    if (HousingPlace.is(service)) {
      HousingPlace.strip(document);
    }
    return document;
  }

  private static void terms(ObjectNode document, List<String> needs, Supplier<UUID> ids) {
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    for (JsonNode attribute : document.path("attributes")) {
      if (!HsdsDocument.text(attribute.path("taxonomy_term"), "taxonomy")
          .equals(HsdsDocument.TAXONOMY)) {
        kept.add(attribute);
      }
    }
    for (String need : needs) {
      ObjectNode attribute = kept.addObject();
      attribute
          .put("id", ids.get().toString())
          .put("link_id", HsdsDocument.text(document, "id"))
          .put("link_type", "need")
          .put("link_entity", "service")
          .put("value", need);
      ObjectNode term = attribute.putObject("taxonomy_term");
      term.put("id", ids.get().toString())
          .put("code", need)
          .put("name", need)
          .put("description", need)
          .put("taxonomy", HsdsDocument.TAXONOMY);
      attribute.put("taxonomy_term_id", HsdsDocument.text(term, "id"));
    }
    array(document, "attributes", kept);
  }

  private static void spoken(
      ObjectNode document, List<String> languages, Set<String> known, Supplier<UUID> ids) {
    List<String> missing = new ArrayList<>(languages);
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    for (JsonNode language : document.path("languages")) {
      String code = HsdsLanguages.house(HsdsDocument.text(language, "code"));
      // an unknown language is kept
      if (missing.remove(code) || !known.contains(code)) {
        kept.add(language);
      }
    }
    for (String code : missing) {
      kept.addObject()
          .put("id", ids.get().toString())
          .put("code", code)
          .put("name", Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH));
    }
    array(document, "languages", kept);
  }

  private static void open(ObjectNode document, CareService.When when, Supplier<UUID> ids) {
    if (when.days().isEmpty()
        && when.opens().isEmpty()
        && when.closes().isEmpty()
        && when.words().isEmpty()
        && HsdsDocument.first(document, "schedules").isMissingNode()) {
      return;
    }
    ObjectNode schedule = element(document, "schedules", ids);
    put(schedule, "byday", String.join(",", when.days()));
    if (!when.days().isEmpty()) {
      schedule.put("freq", "WEEKLY");
    }
    put(schedule, "opens_at", when.opens());
    put(schedule, "closes_at", when.closes());
    put(schedule, "description", when.words());
  }

  private static void cost(ObjectNode document, CareService.Cost cost, Supplier<UUID> ids) {
    BigDecimal amount = cost.amount();
    if (amount == null && HsdsDocument.first(document, "cost_options").isMissingNode()) {
      return;
    }
    ObjectNode option = element(document, "cost_options", ids);
    if (amount == null) {
      option.remove("amount");
    } else {
      option.put("amount", amount);
    }
    put(option, "currency", cost.currency());
  }

  private static void place(ObjectNode document, CareService.Where where, Supplier<UUID> ids) {
    boolean nowhere =
        where.address().isEmpty() && where.city().isEmpty() && where.country().isEmpty();
    if (nowhere
        && where.access().isEmpty()
        && HsdsDocument.first(document, "service_at_locations").isMissingNode()) {
      return;
    }
    ObjectNode at = element(document, "service_at_locations", ids);
    ObjectNode location =
        at.path("location") instanceof ObjectNode there ? there : at.putObject("location");
    if (!location.has("id")) {
      location.put("id", ids.get().toString());
    }
    location.put("location_type", where.address().isEmpty() ? "virtual" : "physical");
    if (nowhere) {
      location.remove("addresses");
    } else {
      ObjectNode address = element(location, "addresses", ids);
      address
          .put("address_1", where.address())
          .put("city", where.city())
          .put("postal_code", where.postal())
          .put("country", where.country())
          .put("address_type", where.address().isEmpty() ? "virtual" : "physical");
      if (!address.has("state_province")) {
        address.put("state_province", "");
      }
    }
    one(location, "accessibility", "description", where.access(), ids);
  }

  /** Sets a field of the first element; removes the element if it would be empty. */
  private static void one(
      ObjectNode parent, String list, String field, String value, Supplier<UUID> ids) {
    if (!value.isEmpty()) {
      element(parent, list, ids).put(field, value);
    } else if (parent.path(list) instanceof ArrayNode all && !all.isEmpty()) {
      all.remove(0);
      array(parent, list, all);
    }
  }

  private static ObjectNode element(ObjectNode parent, String list, Supplier<UUID> ids) {
    ArrayNode all = parent.path(list) instanceof ArrayNode there ? there : parent.putArray(list);
    if (all.isEmpty()) {
      all.addObject().put("id", ids.get().toString());
    }
    return (ObjectNode) all.get(0);
  }

  private static void array(ObjectNode parent, String list, ArrayNode all) {
    if (all.isEmpty()) {
      parent.remove(list);
    } else {
      parent.set(list, all);
    }
  }

  private static void put(ObjectNode node, String field, String value) {
    if (value.isEmpty()) {
      node.remove(field);
    } else {
      node.put(field, value);
    }
  }

  private static void number(ObjectNode node, String field, @Nullable Integer value) {
    if (value == null) {
      node.remove(field);
    } else {
      node.put(field, value);
    }
  }
}
