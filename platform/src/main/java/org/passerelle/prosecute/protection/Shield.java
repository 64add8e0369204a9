package org.passerelle.prosecute.protection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a version of a case file must not reveal. Immutable; its words leave it only as an answer.
 */
public final class Shield {
  private final Map<String, List<String>> words;
  private final Map<String, Set<UUID>> exhibits;

  /**
   * Of some persons.
   *
   * @param words what would reveal them, by pseudonym
   * @param exhibits those that would, by pseudonym
   */
  Shield(Map<String, List<String>> words, Map<String, Set<UUID>> exhibits) {
    this.words = Map.copyOf(words);
    this.exhibits = Map.copyOf(exhibits);
  }

  /** Whether there is nothing to search for. */
  public boolean isBlind() {
    return words.values().stream().allMatch(List::isEmpty);
  }

  /** Pseudonym of somebody whom a text reveals. */
  public Optional<String> revealed(String text) {
    if (text.isBlank() || isBlind()) {
      return Optional.empty();
    }
    String spelled = Spelling.of(text);
    return words.entrySet().stream()
        .filter(one -> one.getValue().stream().anyMatch(word -> Spelling.reveals(spelled, word)))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }

  /** Pseudonym of somebody whom an exhibit reveals, as the team marked it. */
  public Optional<String> identified(UUID exhibit) {
    return exhibits.entrySet().stream()
        .filter(one -> one.getValue().contains(exhibit))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }
}
