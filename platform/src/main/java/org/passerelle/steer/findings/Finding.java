package org.passerelle.steer.findings;

import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.register.Entry;
import org.passerelle.storage.Sha256;

/**
 * A contradiction in the entries: two statements that cannot both be true, or one that its source
 * does not support. Immutable.
 *
 * @param rule rule that found it; its message is the text {@code findings.rule.RULE}
 * @param arguments arguments of the message: numbers, dates and texts as entered, or a {@link
 *     org.passerelle.language.Wording}, shown in the reader's language
 * @param sides the contradictory statements, each with its entry
 */
public record Finding(String rule, List<Object> arguments, List<Side> sides) {
  public Finding {
    arguments = List.copyOf(arguments);
    sides = List.copyOf(sides);
  }

  /**
   * One of the statements.
   *
   * @param says as entered, not translated, or empty if the whole entry states it
   */
  public record Side(Entry entry, String says) {}

  /**
   * Key that is stable as long as the same entries contradict each other in the same way, so that
   * an answer remains valid; a changed value requires a new answer. SHA-256, 64 hexadecimal digits.
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
