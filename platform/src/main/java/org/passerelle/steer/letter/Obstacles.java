package org.passerelle.steer.letter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.passerelle.PublicProcess;
import org.passerelle.register.Derived;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What stands in the way of an issue. The first page of a programme manager asks for every draft,
 * so what follows from the register alone is worked out once for each of its states.
 */
@Component
@PublicProcess
class Obstacles {
  private final Register register;
  private final List<ReleaseObstacles> rules;
  private final Derived<Map<Asked, List<ReleaseObstacles.Obstacle>>> known =
      new Derived<>(facts -> new ConcurrentHashMap<>());

  Obstacles(Register register, ObjectProvider<ReleaseObstacles> rules) {
    this.register = register;
    this.rules = rules.orderedStream().toList();
  }

  private record Asked(ReleaseObstacles rule, String letter, int revision) {}

  List<ReleaseObstacles.Obstacle> of(Entry letter) {
    Facts facts = register.facts();
    return rules.stream().flatMap(rule -> of(rule, facts, letter)).toList();
  }

  private Stream<ReleaseObstacles.Obstacle> of(ReleaseObstacles rule, Facts facts, Entry letter) {
    List<ReleaseObstacles.Obstacle> found =
        rule.followsFromFacts()
            ? known
                .of(facts)
                .computeIfAbsent(
                    new Asked(rule, letter.id(), letter.revision()), a -> rule.of(facts, letter))
            : rule.of(facts, letter);
    return found.stream();
  }

  List<ReleaseObstacles.Obstacle> told(Entry letter) {
    Facts facts = register.facts();
    return rules.stream().flatMap(rule -> rule.told(facts, letter).stream()).toList();
  }
}
