package org.passerelle.prosecute.exhibit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.prosecute.investigation.Worded;

/**
 * How an exhibit came from others. Immutable.
 *
 * @param way one of {@link #WAYS}, or {@link #REDACTION}
 * @param sources exhibits of the same investigation that were taken in
 */
public record Derivation(String way, List<UUID> sources, Words words) {
  /** Ways that are entered by hand. */
  public static final List<String> WAYS =
      List.of("extract", "copy", "transcript", "translation", "report");

  /** What the page of redaction makes. */
  public static final String REDACTION = "redaction";

  /** An expert report about exhibits. */
  public static final String REPORT = "report";

  public Derivation {
    sources = List.copyOf(sources);
  }

  /**
   * What people wrote.
   *
   * @param how by what method; for a redaction, the reason of each area
   * @param maker who made it, such as the expert or the translator
   * @param question what the expert was asked
   */
  public record Words(String how, String maker, String question) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("how", how, "maker", maker, "question", question);
    }

    /** In one line, as a case file says it. */
    public String line() {
      return String.join(
          "; ", List.of(how, maker, question).stream().filter(text -> !text.isEmpty()).toList());
    }
  }
}
