package org.passerelle.protect.casework.care.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Restricts the location data of housing to city and country throughout its document, because the
 * residents must not be found. Pure functions.
 */
final class HousingPlace {
  private static final String NEED = "housing";
  private static final Set<String> LOCATIONS =
      Set.of("service_at_locations", "locations", "location", "addresses");
  private static final Set<String> TOLD = Set.of("city", "country");
  private static final Set<String> TYPES = Set.of("location_type", "address_type");
  private static final Set<String> TYPE = Set.of("physical", "postal", "virtual");

  /** Fields that an address in HSDS 3.0 must have, even if empty. */
  private static final Set<String> NEEDED = Set.of("address_1", "state_province", "postal_code");

  private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-fA-F-]{36}");

  private HousingPlace() {}

  /** Whether a service is housing. */
  static boolean is(CareService service) {
    return service.needs().contains(NEED);
  }

  /** Fields of a document that reveal more of the location, such as {@code locations[0].name}. */
  static List<String> beyond(ObjectNode document) {
    List<String> found = new ArrayList<>();
    beyond(document, "", "", false, found);
    return found;
  }

  private static void beyond(
      JsonNode node, String name, String at, boolean inside, List<String> found) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              one ->
                  beyond(
                      one.getValue(),
                      one.getKey(),
                      at.isEmpty() ? one.getKey() : at + "." + one.getKey(),
                      inside || LOCATIONS.contains(one.getKey()),
                      found));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        beyond(array.get(i), name, at + "[" + i + "]", inside, found);
      }
    } else if (inside && !told(name, node)) {
      found.add(at);
    }
  }

  private static boolean told(String name, JsonNode value) {
    if (value.isNull()) {
      return true;
    }
    if (!value.isString()) {
      return false;
    }
    String text = value.asString("").strip();
    return text.isEmpty()
        || TOLD.contains(name)
        || (TYPES.contains(name) && TYPE.contains(text))
        || ((name.equals("id") || name.endsWith("_id")) && IDENTIFIER.matcher(text).matches());
  }

  /** Removes these fields. */
  static void strip(ObjectNode document) {
    strip(document, false);
  }

  private static void strip(JsonNode node, boolean inside) {
    if (node instanceof ArrayNode array) {
      array.forEach(one -> strip(one, inside));
    } else if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.path(name);
        boolean location = LOCATIONS.contains(name);
        if (value.isContainer() && (location || !inside)) {
          strip(value, location || inside);
        } else if (inside && NEEDED.contains(name)) {
          object.put(name, "");
        } else if (inside && (value.isContainer() || !told(name, value))) {
          object.remove(name);
        }
      }
    }
  }
}
