package org.passerelle.understand.estimation.web;

import java.util.List;
import java.util.Optional;
import org.passerelle.pages.Filled;
import org.passerelle.understand.estimation.StoredStudy;

/**
 * A finished study as its reader sees it.
 *
 * @param scope in one line
 * @param heading what was found, as a sentence
 * @param lede what that rests on
 * @param contradicts whether intervals lie apart, so that no single number may be published
 * @param stats figures in large
 * @param bars sections with estimates and intervals
 * @param overlaps header and rows of the table of pairs
 * @param known each list as a population of known size
 * @param refused models without an estimate
 * @param warnings of the approaches
 * @param lists what stands together as a list
 * @param analyst whether the reader may sign and repeat
 * @param form the signature as it was filled in
 */
public record StudyPage(
    StoredStudy study,
    StoredStudy.Outcome outcome,
    String scope,
    String heading,
    String lede,
    boolean contradicts,
    boolean hides,
    List<Stat> stats,
    List<Bars> bars,
    UpsetChart upset,
    List<List<String>> overlaps,
    String overlapReading,
    List<Known> known,
    List<Refusal> refused,
    List<Warning> warnings,
    String merged,
    Recognised recognised,
    List<Assumption> assumptions,
    List<String> footnotes,
    String by,
    Optional<Signed> signed,
    List<String> repeats,
    boolean analyst,
    Filled form,
    StudyWords words) {
  public StudyPage {
    stats = List.copyOf(stats);
    bars = List.copyOf(bars);
    overlaps = List.copyOf(overlaps);
    known = List.copyOf(known);
    refused = List.copyOf(refused);
    warnings = List.copyOf(warnings);
    assumptions = List.copyOf(assumptions);
    footnotes = List.copyOf(footnotes);
    repeats = List.copyOf(repeats);
  }

  /** A figure in large, what it is and where it comes from. */
  public record Stat(String figure, String what, String source, String caveat) {}

  /** A list, its true size as far as it may be shown, and what the others say it is. */
  public record Known(String list, String truth, String estimate) {}

  /** A model without an estimate. */
  public record Refusal(String method, String model, String reason) {}

  /** What an approach warns of. */
  public record Warning(String method, String text) {}

  /**
   * How well persons were recognised across organisations.
   *
   * @param account what the comparison says of itself
   */
  public record Recognised(String account, int stated) {}

  /** An assumption, with the verdict once it is signed. */
  public record Assumption(String code, String text, String verdict, String because) {}

  /** Who signed. */
  public record Signed(String name, String at, String conclusion) {}

  /** The section of a key. */
  public Optional<Bars> bars(String key) {
    return bars.stream().filter(b -> b.key().equals(key)).findFirst();
  }

  /** A text of the engine. */
  public String say(String key) {
    return words.say(key);
  }
}
