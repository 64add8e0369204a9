package org.passerelle.steer.findings;

import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.register.Entry;
import org.passerelle.storage.Sha256;

/**
 * A contradiction in what was entered: two things that cannot both be true, or one that its source
 * does not carry. Immutable.
 *
 * @param rule that found it; its sentence is the text {@code findings.rule.RULE}
 * @param arguments of the sentence: numbers, dates and texts as entered
 * @param sides what contradicts what, each with the entry that says so
 */
public record Finding(String rule, List<Object> arguments, List<Side> sides) {
  public Finding {
    arguments = List.copyOf(arguments);
    sides = List.copyOf(sides);
  }

  /**
   * One side.
   *
   * @param says as entered, in no language, or empty if the entry as a whole says it
   */
  public record Side(Entry entry, String says) {}

  /**
   * Stays the same as long as the same entries contradict each other in the same way, so that an
   * answer holds; a changed value asks again. SHA-256, 64 hexadecimal digits.
   */
  public String key() {
    String told =
        rule
            + sides.stream()
                .map(side -> "|" + side.entry.reference() + "=" + side.says)
                .collect(Collectors.joining());
    return Sha256.of(told);
  }
}
