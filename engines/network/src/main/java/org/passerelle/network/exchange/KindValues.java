package org.passerelle.network.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;

/**
 * The values by which a file says what its actors are, where they are not ours: somebody maps each
 * to one of our kinds, so that a recruiter arrives as a person and not as something else.
 *
 * @param column the attribute that has them; empty if the file has none
 * @param counts actors by value, the most first; the value is empty where nothing is said
 * @param guesses what each probably means
 */
public record KindValues(
    String column, Map<String, Integer> counts, Map<String, ActorKind> guesses) {
  private static final int MOST = 60;
  private static final String ROLE = "role";

  /** The values of a file; empty if the kind of every actor is known. */
  public static Optional<KindValues> of(CaseNetwork read) {
    List<Actor> unknown =
        read.actors().stream().filter(actor -> actor.kind() == ActorKind.OTHER).toList();
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    String column = column(unknown);
    Map<String, Integer> counts = new TreeMap<>();
    unknown.forEach(actor -> counts.merge(value(actor, column), 1, Integer::sum));
    Map<String, Integer> ordered = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    Map<String, ActorKind> guesses = new LinkedHashMap<>();
    boolean roles = Roles.isOfRoles(column);
    for (String value : ordered.keySet()) {
      guesses.put(
          value,
          value.isEmpty()
              ? silent(unknown, column)
              : KindWords.guess(value).orElse(roles ? ActorKind.PERSON : ActorKind.OTHER));
    }
    return Optional.of(new KindValues(column, ordered, guesses));
  }

  /** Whoever the file says nothing of: telephones if all are called like one. */
  private static ActorKind silent(List<Actor> unknown, String column) {
    return unknown.stream()
            .filter(actor -> value(actor, column).isEmpty())
            .allMatch(actor -> KindWords.isNumber(actor.label()))
        ? ActorKind.PHONE
        : ActorKind.OTHER;
  }

  /** Of the columns of kinds or roles with few values, the one of which most is understood. */
  private static String column(List<Actor> unknown) {
    Map<String, Map<String, Integer>> values = new TreeMap<>();
    for (Actor actor : unknown) {
      for (String name : actor.attributes().keySet()) {
        if (Roles.isOfKinds(name)) {
          values
              .computeIfAbsent(name, n -> new TreeMap<>())
              .merge(value(actor, name), 1, Integer::sum);
        }
      }
    }
    String best = "";
    int most = -1;
    for (Map.Entry<String, Map<String, Integer>> one : values.entrySet()) {
      int known =
          one.getValue().entrySet().stream()
              .filter(entry -> KindWords.guess(entry.getKey()).isPresent())
              .mapToInt(Map.Entry::getValue)
              .sum();
      if (one.getValue().size() <= MOST && known > most) {
        best = one.getKey();
        most = known;
      }
    }
    return best;
  }

  private static String value(Actor actor, String column) {
    return column.isEmpty() ? "" : actor.value(column).strip();
  }

  /**
   * The network with these kinds. The value of a person that says more than that they are one
   * becomes their role, if they have none.
   *
   * @param meant kinds by value; a value without one keeps what it had
   */
  public CaseNetwork mapped(CaseNetwork read, Map<String, ActorKind> meant) {
    List<Actor> actors = new ArrayList<>();
    for (Actor actor : read.actors()) {
      ActorKind kind = meant.get(value(actor, column));
      actors.add(actor.kind() != ActorKind.OTHER || kind == null ? actor : as(actor, kind));
    }
    return new CaseNetwork(actors, read.ties());
  }

  private Actor as(Actor actor, ActorKind kind) {
    Map<String, List<String>> attributes = new LinkedHashMap<>(actor.attributes());
    String value = value(actor, column);
    if (kind == ActorKind.PERSON
        && KindWords.isRole(value)
        && attributes.getOrDefault(ROLE, List.of()).isEmpty()) {
      attributes.put(ROLE, actor.attributes().getOrDefault(column, List.of()));
      attributes.remove(column);
    }
    return new Actor(actor.id(), kind, actor.label(), actor.victim(), attributes);
  }
}
