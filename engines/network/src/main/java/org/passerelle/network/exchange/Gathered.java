package org.passerelle.network.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Period;
import org.passerelle.network.Place;
import org.passerelle.network.Sentence;
import org.passerelle.network.Tie;
import org.passerelle.network.Wording;

/** Creates actors and ties from the named values in GraphML and GEXF. */
final class Gathered {
  private final String name;
  private final List<Actor> actors = new ArrayList<>();
  private final List<Tie> ties = new ArrayList<>();
  private final Set<String> tieIds = new HashSet<>();
  private int loops;

  Gathered(String name) {
    this.name = name;
  }

  /** Values of known fields, and other attributes. */
  record Told(Map<String, String> fields, Map<String, List<String>> attributes) {
    static Told nothing() {
      return new Told(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    String take(String field) {
      String value = fields.remove(field);
      return value == null ? "" : value;
    }

    /** Interprets a field; a value that cannot be interpreted becomes an attribute. */
    <T> T understood(String field, Function<String, T> meaning, T otherwise) {
      String value = fields.getOrDefault(field, "");
      try {
        T meant = value.isEmpty() ? otherwise : meaning.apply(value);
        fields.remove(field);
        return meant;
      } catch (BadNetwork e) {
        return otherwise;
      }
    }

    /** Remaining values are kept as attributes. */
    Map<String, List<String>> rest() {
      Map<String, List<String>> all = new LinkedHashMap<>(attributes);
      fields.forEach((field, value) -> all.putIfAbsent(field, List.of(value)));
      return all;
    }
  }

  void actor(String id, Told told, int line) {
    String kind = told.fields().getOrDefault("kind", "");
    Optional<ActorKind> known = ActorKind.of(kind);
    if (known.isPresent()) {
      told.take("kind");
    }
    String own = told.take("label");
    String label = own.isEmpty() ? named(told) : own;
    boolean victim = told.understood("victim", v -> Columns.yes(v, false), false);
    actors.add(
        checked(
            line,
            () ->
                new Actor(
                    id,
                    known.orElse(ActorKind.OTHER),
                    label.isEmpty() ? id : label,
                    victim,
                    told.rest())));
  }

  void tie(String id, String source, String target, boolean directed, Told told, int line) {
    String called = id.isEmpty() ? freeId() : id;
    tieIds.add(called);
    loops += source.equals(target) ? 1 : 0;
    ties.add(
        checked(
            line,
            () ->
                new Tie(
                    called,
                    source,
                    target,
                    told.take("kind"),
                    weight(told, line),
                    directed,
                    period(told),
                    told.take("provenance"),
                    told.understood(
                            "grading", g -> Optional.of(Grading.of(g)), Optional.<Grading>empty())
                        .orElse(null),
                    told.understood("evidence", v -> Columns.yes(v, true), true),
                    told.rest())));
  }

  private String freeId() {
    int number = ties.size() + 1;
    while (tieIds.contains(Integer.toString(number))) {
      number++;
    }
    return Integer.toString(number);
  }

  private double weight(Told told, int line) {
    String text = told.take("weight");
    if (text.isEmpty()) {
      return 1;
    }
    double weight = Rows.number(text);
    if (Double.isNaN(weight)) {
      throw new BadNetwork(Wording.NO_WEIGHT, where(line), text);
    }
    return weight;
  }

  private static String named(Told told) {
    return told.attributes().getOrDefault("name", List.of("")).get(0);
  }

  /** An invalid period is kept as an attribute. */
  private static Period period(Told told) {
    String begins = told.fields().getOrDefault("begins", "");
    String ends = told.fields().getOrDefault("ends", "");
    try {
      Period period = new Period(begins, ends);
      told.take("begins");
      told.take("ends");
      return period;
    } catch (BadNetwork e) {
      return Period.UNKNOWN;
    }
  }

  private interface Made<T> {
    T make();
  }

  private <T> T checked(int line, Made<T> made) {
    try {
      return made.make();
    } catch (BadNetwork e) {
      throw e.in(where(line));
    }
  }

  private Place where(int line) {
    return new Place(name, line);
  }

  NetworkFile network() {
    if (actors.isEmpty()) {
      throw new BadNetwork(Wording.NO_ACTOR, name);
    }
    List<Sentence> notices = new ArrayList<>();
    if (loops > 0) {
      notices.add(Sentence.of(Wording.LOOPS, name, loops, ties.size()));
    }
    try {
      return new NetworkFile(new CaseNetwork(actors, ties), notices);
    } catch (BadNetwork e) {
      throw e.in(Place.in(name));
    }
  }
}
