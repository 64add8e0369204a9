package org.passerelle.network.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Period;
import tech.followthemoney.model.Edge;
import tech.followthemoney.model.Property;
import tech.followthemoney.model.Schema;
import tech.followthemoney.model.TemporalExtent;

/** A parsed line: properties, additional data, and the model's knowledge of both. */
final class FtmEntity {
  private FtmEntity() {}

  @SuppressWarnings("NullAway") // the library's Optional is null where a schema is not an edge
  static Optional<Edge> edge(Schema schema) {
    Optional<Edge> edge = schema.getEdge();
    return edge == null ? Optional.empty() : edge;
  }

  static Map<String, List<String>> properties(JsonNode line) {
    Map<String, List<String>> properties = new LinkedHashMap<>();
    line.path("properties")
        .properties()
        .forEach(
            entry -> {
              List<String> values = new ArrayList<>();
              if (entry.getValue().isArray()) {
                entry.getValue().forEach(value -> values.add(value.asText()));
              } else {
                values.add(entry.getValue().asText());
              }
              properties.put(entry.getKey(), values);
            });
    return properties;
  }

  /** Data of a line other than id, schema and properties. */
  static ObjectNode context(JsonNode line) {
    ObjectNode context = line.deepCopy();
    context.remove(List.of("id", "schema", "properties"));
    return context;
  }

  /** For an entity of another program its properties, for one written here our attributes. */
  static Map<String, List<String>> attributes(
      Schema schema, Map<String, List<String>> properties, ObjectNode context) {
    JsonNode ours = context.path(FollowTheMoney.OURS);
    context.remove(FollowTheMoney.OURS);
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    if (ours.isObject() && !ours.path(FollowTheMoney.BESIDE).asBoolean()) {
      readOurs(ours, attributes);
    } else {
      attributes.putAll(properties);
      attributes.put(FollowTheMoney.SCHEMA, List.of(schema.getName()));
      keep(context, attributes);
    }
    return attributes;
  }

  private static void readOurs(JsonNode ours, Map<String, List<String>> attributes) {
    ours.path("attributes")
        .properties()
        .forEach(
            entry -> {
              List<String> values = new ArrayList<>();
              entry.getValue().forEach(value -> values.add(value.asText()));
              attributes.put(entry.getKey(), values);
            });
  }

  private static void keep(ObjectNode context, Map<String, List<String>> attributes) {
    if (!context.isEmpty()) {
      attributes.put(FollowTheMoney.CONTEXT, List.of(context.toString()));
    }
  }

  static String label(Schema schema, Map<String, List<String>> properties, String id) {
    for (Property property : schema.getCaptionProperties()) {
      List<String> values = properties.getOrDefault(property.getName(), List.of());
      if (!values.isEmpty()) {
        return values.get(0);
      }
    }
    return id;
  }

  static @Nullable Grading grading(String text) {
    return text.isEmpty() ? null : Grading.of(text);
  }

  @SuppressWarnings("NullAway") // as above
  static Period period(Schema schema, Map<String, List<String>> properties) {
    Optional<TemporalExtent> extent = schema.getTemporalExtent();
    if (extent == null || extent.isEmpty()) {
      return Period.UNKNOWN;
    }
    try {
      return new Period(
          first(extent.get().getStartProperties(), properties),
          first(extent.get().getEndProperties(), properties));
    } catch (BadNetwork e) {
      // kept as a property
      return Period.UNKNOWN;
    }
  }

  private static String first(List<Property> named, Map<String, List<String>> properties) {
    for (Property property : named) {
      List<String> values = properties.getOrDefault(property.getName(), List.of());
      if (!values.isEmpty()) {
        return values.get(0);
      }
    }
    return "";
  }
}
