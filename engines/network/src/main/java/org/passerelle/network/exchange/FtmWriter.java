package org.passerelle.network.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Tie;
import tech.followthemoney.model.Edge;
import tech.followthemoney.model.Schema;

/** Writes actors and ties as entities: those from FollowTheMoney unchanged, others by kind. */
final class FtmWriter {
  private FtmWriter() {}

  static void write(CaseNetwork network, Appendable out) throws IOException {
    Set<String> written = new HashSet<>();
    for (Actor actor : network.actors()) {
      written.add(actor.id());
      out.append(actor(actor).toString()).append('\n');
    }
    Set<String> several = new HashSet<>();
    for (Tie tie : network.ties()) {
      if (tie.attributes().containsKey(FollowTheMoney.PROPERTY)) {
        continue; // already among the properties of its source
      }
      String entity = value(tie.attributes(), FollowTheMoney.ENTITY, "");
      if (entity.isEmpty()) {
        out.append(tie(tie, free(tie.id(), written)).toString()).append('\n');
      } else if (several.add(entity)) {
        written.add(entity);
        out.append(tie(tie, entity).toString()).append('\n');
      }
    }
  }

  /** Entities share one namespace, although an actor and a tie may both have the id 1. */
  private static String free(String id, Set<String> written) {
    String free = id;
    while (!written.add(free)) {
      free = "tie-" + free;
    }
    return free;
  }

  private static String value(Map<String, List<String>> attributes, String name, String otherwise) {
    return attributes.getOrDefault(name, List.of(otherwise)).get(0);
  }

  private static ObjectNode entity(String id, String schema) {
    ObjectNode entity = FollowTheMoney.JSON.createObjectNode();
    entity.put("id", id);
    entity.put("schema", schema);
    return entity;
  }

  private static ObjectNode actor(Actor actor) throws IOException {
    if (actor.attributes().containsKey(FollowTheMoney.SCHEMA)) {
      ObjectNode came = asItCame(actor.id(), actor.attributes());
      beside(came, changed(actor));
      return came;
    }
    ObjectNode entity =
        entity(actor.id(), FollowTheMoney.SCHEMATA.getOrDefault(actor.kind(), "LegalEntity"));
    ObjectNode properties = entity.putObject("properties");
    properties.putArray(nameProperty(actor.kind())).add(actor.label());
    if (actor.kind() == ActorKind.PHONE) {
      properties.putArray("number").add(actor.label());
    }
    ObjectNode ours = entity.putObject(FollowTheMoney.OURS);
    ours.put("kind", actor.kind().code());
    ours.put("label", actor.label());
    if (actor.victim()) {
      ours.put("victim", true);
    }
    attributes(ours, actor.attributes());
    return entity;
  }

  /** The property shown as caption. */
  private static String nameProperty(ActorKind kind) {
    return switch (kind) {
      case ADDRESS -> "full";
      case PHONE, ACCOUNT -> "username";
      case ADVERTISEMENT -> "title";
      default -> "name";
    };
  }

  private static ObjectNode tie(Tie tie, String id) throws IOException {
    if (tie.attributes().containsKey(FollowTheMoney.SCHEMA)) {
      ObjectNode came = asItCame(id, tie.attributes());
      beside(came, changed(tie));
      return came;
    }
    ObjectNode entity = entity(id, "UnknownLink");
    ObjectNode properties = entity.putObject("properties");
    properties.putArray("subject").add(tie.source());
    properties.putArray("object").add(tie.target());
    put(properties, "role", tie.kind());
    put(properties, "startDate", tie.period().from());
    put(properties, "endDate", tie.period().to());
    ObjectNode ours = entity.putObject(FollowTheMoney.OURS);
    if (!id.equals(tie.id())) {
      ours.put("id", tie.id());
    }
    ours(ours, tie);
    attributes(ours, tie.attributes());
    return entity;
  }

  private static void ours(ObjectNode ours, Tie tie) {
    ours.put("kind", tie.kind());
    ours.put("weight", tie.weight());
    ours.put("directed", tie.directed());
    ours.put("begins", tie.period().from());
    ours.put("ends", tie.period().to());
    ours.put("provenance", tie.provenance());
    Grading grading = tie.grading();
    if (grading != null) {
      ours.put("grading", grading.code());
    }
    ours.put("evidence", tie.inEvidence());
  }

  private static void beside(ObjectNode entity, ObjectNode ours) {
    if (!ours.isEmpty()) {
      ours.put(FollowTheMoney.BESIDE, true);
      entity.set(FollowTheMoney.OURS, ours);
    }
  }

  /** Attributes of an actor that differ from its entity. */
  private static ObjectNode changed(Actor actor) {
    ObjectNode ours = FollowTheMoney.JSON.createObjectNode();
    Schema schema = FollowTheMoney.schema(value(actor.attributes(), FollowTheMoney.SCHEMA, ""));
    if (actor.kind() != FollowTheMoney.kind(schema)) {
      ours.put("kind", actor.kind().code());
    }
    if (!actor.label().equals(FtmEntity.label(schema, actor.attributes(), actor.id()))) {
      ours.put("label", actor.label());
    }
    if (actor.victim()) {
      ours.put("victim", true);
    }
    return ours;
  }

  private static ObjectNode changed(Tie tie) {
    ObjectNode ours = FollowTheMoney.JSON.createObjectNode();
    Schema schema = FollowTheMoney.schema(value(tie.attributes(), FollowTheMoney.SCHEMA, ""));
    boolean directed = FtmEntity.edge(schema).map(Edge::isDirected).orElse(false);
    boolean same =
        tie.kind().equals(schema.getName())
            && tie.weight() == 1
            && tie.directed() == directed
            && tie.period().equals(FtmEntity.period(schema, tie.attributes()))
            && tie.provenance().isEmpty()
            && tie.grading() == null
            && tie.inEvidence();
    if (!same) {
      ours(ours, tie);
    }
    return ours;
  }

  private static void put(ObjectNode properties, String name, String value) {
    if (!value.isEmpty()) {
      properties.putArray(name).add(value);
    }
  }

  private static void attributes(ObjectNode ours, Map<String, List<String>> attributes) {
    if (!attributes.isEmpty()) {
      ObjectNode all = ours.putObject("attributes");
      attributes.forEach((name, values) -> addAll(all.putArray(name), values));
    }
  }

  private static ObjectNode asItCame(String id, Map<String, List<String>> attributes)
      throws IOException {
    ObjectNode entity = entity(id, value(attributes, FollowTheMoney.SCHEMA, ""));
    ObjectNode properties = entity.putObject("properties");
    attributes.forEach(
        (name, values) -> {
          if (!name.startsWith("ftm:")) {
            addAll(properties.putArray(name), values);
          }
        });
    JsonNode context =
        FollowTheMoney.JSON.readTree(value(attributes, FollowTheMoney.CONTEXT, "{}"));
    context.properties().forEach(entry -> entity.set(entry.getKey(), entry.getValue()));
    return entity;
  }

  private static void addAll(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }
}
