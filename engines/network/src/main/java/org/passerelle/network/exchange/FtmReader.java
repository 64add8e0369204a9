package org.passerelle.network.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Period;
import org.passerelle.network.Place;
import org.passerelle.network.Sentence;
import org.passerelle.network.Tie;
import org.passerelle.network.Wording;
import tech.followthemoney.model.Edge;
import tech.followthemoney.model.Property;
import tech.followthemoney.model.Schema;

/** Creates actors and ties from the entities of a file. */
final class FtmReader {
  private final String name;
  private final List<Actor> actors = new ArrayList<>();
  private final List<Tie> ties = new ArrayList<>();
  private final Map<String, Schema> schemata = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();

  FtmReader(String name) {
    this.name = name;
  }

  void entity(JsonNode line, int number) {
    Place where = new Place(name, number);
    String id = line.path("id").asText("");
    String schemaName = line.path("schema").asText("");
    if (id.isEmpty() || schemaName.isEmpty() || !line.path("properties").isObject()) {
      throw new BadNetwork(Wording.NO_ENTITY, where);
    }
    if (!known.add(id)) {
      throw new BadNetwork(Wording.ENTITY_TWICE, where, id);
    }
    try {
      Schema schema = FollowTheMoney.schema(schemaName);
      Map<String, List<String>> properties = FtmEntity.properties(line);
      ObjectNode context = FtmEntity.context(line);
      Optional<Edge> edge = FtmEntity.edge(schema);
      if (edge.isPresent()) {
        ties(id, schema, edge.get(), properties, context);
      } else {
        actor(id, schema, properties, context);
      }
    } catch (BadNetwork e) {
      throw e.in(where);
    }
  }

  private void actor(
      String id, Schema schema, Map<String, List<String>> properties, ObjectNode context) {
    JsonNode ours = context.path(FollowTheMoney.OURS);
    Map<String, List<String>> attributes = FtmEntity.attributes(schema, properties, context);
    schemata.put(id, schema);
    actors.add(
        new Actor(
            id,
            ActorKind.of(ours.path("kind").asText("")).orElseGet(() -> FollowTheMoney.kind(schema)),
            ours.path("label").asText(FtmEntity.label(schema, properties, id)),
            ours.path("victim").asBoolean(false),
            attributes));
  }

  private void ties(
      String id,
      Schema schema,
      Edge edge,
      Map<String, List<String>> properties,
      ObjectNode context) {
    List<String> sources = properties.getOrDefault(edge.getSourceProperty().getName(), List.of());
    List<String> targets = properties.getOrDefault(edge.getTargetProperty().getName(), List.of());
    if (sources.isEmpty() || targets.isEmpty()) {
      throw new BadNetwork(
          Wording.ENTITY_TO_NOWHERE,
          schema.getName(),
          id,
          edge.getSourceProperty().getName(),
          edge.getTargetProperty().getName());
    }
    JsonNode ours = context.path(FollowTheMoney.OURS);
    Map<String, List<String>> attributes = FtmEntity.attributes(schema, properties, context);
    Period period = FtmEntity.period(schema, properties);
    boolean several = sources.size() * targets.size() > 1;
    if (several) {
      attributes.put(FollowTheMoney.ENTITY, List.of(id));
    }
    int number = 0;
    for (String source : sources) {
      for (String target : targets) {
        number++;
        ties.add(
            new Tie(
                several ? id + "#" + number : ours.path("id").asText(id),
                source,
                target,
                ours.path("kind").asText(schema.getName()),
                ours.path("weight").asDouble(1),
                ours.path("directed").asBoolean(edge.isDirected()),
                new Period(
                    ours.path("begins").asText(period.from()),
                    ours.path("ends").asText(period.to())),
                ours.path("provenance").asText(""),
                FtmEntity.grading(ours.path("grading").asText("")),
                ours.path("evidence").asBoolean(true),
                attributes));
      }
    }
  }

  NetworkFile network() {
    Set<String> ids = new LinkedHashSet<>();
    actors.forEach(actor -> ids.add(actor.id()));
    List<Tie> all = new ArrayList<>(ties);
    int elsewhere = 0;
    for (Actor actor : actors) {
      elsewhere += references(actor, ids, all);
    }
    List<Sentence> notices = new ArrayList<>();
    if (elsewhere > 0) {
      notices.add(Sentence.of(Wording.ELSEWHERE, name, elsewhere));
    }
    try {
      return new NetworkFile(new CaseNetwork(actors, all), notices);
    } catch (BadNetwork e) {
      throw e.in(Place.in(name));
    }
  }

  /** Converts an actor's references into ties; returns the number of missing targets. */
  private int references(Actor actor, Set<String> ids, List<Tie> all) {
    Schema schema = schemata.get(actor.id());
    if (schema == null || !actor.attributes().containsKey(FollowTheMoney.SCHEMA)) {
      return 0;
    }
    int elsewhere = 0;
    for (Map.Entry<String, List<String>> entry : actor.attributes().entrySet()) {
      Property property = schema.getProperty(entry.getKey());
      if (property == null || !property.getType().isEntity()) {
        continue;
      }
      for (String other : new LinkedHashSet<>(entry.getValue())) {
        if (ids.contains(other)) {
          all.add(reference(actor.id(), entry.getKey(), other));
        } else {
          elsewhere++;
        }
      }
    }
    return elsewhere;
  }

  private static Tie reference(String from, String property, String to) {
    return new Tie(
        from + "/" + property + "/" + to,
        from,
        to,
        property,
        1,
        true,
        Period.UNKNOWN,
        "",
        null,
        true,
        Map.of(FollowTheMoney.PROPERTY, List.of(property)));
  }
}
