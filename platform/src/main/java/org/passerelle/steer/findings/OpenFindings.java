package org.passerelle.steer.findings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.passerelle.register.Derived;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.ReleaseObstacles;
import org.springframework.stereotype.Component;

/**
 * Prevents the release of a letter while a finding about something that it shows is unanswered.
 * Contradictions elsewhere in the register, and sources that spell a name in another way, are told
 * and hold nothing back.
 */
@Component
class OpenFindings implements ReleaseObstacles {
  private static final String SPELLING = "spelling";

  private final Findings findings;
  private final Derived<Map<String, Set<String>>> shown =
      new Derived<>(f -> new ConcurrentHashMap<>());

  OpenFindings(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Obstacle> of(Facts facts, Entry letter) {
    return findings.unresolved().stream()
        .filter(holdsBack(facts, letter))
        .map(
            finding ->
                new Obstacle(
                    "findings.obstacle",
                    List.of(finding.sides().get(0).entry().name()),
                    "/steer/findings#f-" + finding.key()))
        .toList();
  }

  /** Somebody may answer a finding without changing an entry. */
  @Override
  public boolean followsFromFacts() {
    return false;
  }

  @Override
  public List<Obstacle> told(Facts facts, Entry letter) {
    long others = findings.unresolved().stream().filter(holdsBack(facts, letter).negate()).count();
    return others == 0
        ? List.of()
        : List.of(new Obstacle("findings.told", List.of(others), "/steer/findings"));
  }

  private Predicate<Finding> holdsBack(Facts facts, Entry letter) {
    Set<String> of =
        shown.of(facts).computeIfAbsent(letter.id(), id -> Composer.shows(facts, letter));
    return finding ->
        !finding.rule().equals(SPELLING)
            && finding.sides().stream().anyMatch(side -> of.contains(side.entry().reference()));
  }
}
