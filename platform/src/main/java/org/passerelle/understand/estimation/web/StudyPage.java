package org.passerelle.understand.estimation.web;

import java.util.List;
import java.util.Optional;
import org.passerelle.pages.Filled;
import org.passerelle.understand.estimation.StoredStudy;

/**
 * The page of a finished study.
 *
 * @param scope scope in one line
 * @param heading result as a sentence
 * @param lede basis of the result
 * @param contradicts whether intervals are disjoint, so that no single number may be published
 * @param stats headline figures
 * @param bars sections with estimates and intervals
 * @param overlaps header and rows of the table of pairs
 * @param known each list treated as a population of known size
 * @param refused models without an estimate
 * @param warnings warnings of the methods
 * @param lists the merged lists
 * @param analyst whether the user may sign and repeat
 * @param publishes whether the user may ask for its publication
 * @param form input of the signature form
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
    List<IntervalChart> bars,
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
    boolean publishes,
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

  /** A headline figure with its meaning and source. */
  public record Stat(String figure, String what, String source, String caveat) {}

  /** A list, its true size as far as it may be shown, and its estimate from the other lists. */
  public record Known(String list, String truth, String estimate) {}

  /** A model without an estimate. */
  public record Refusal(String method, String model, String reason) {}

  /** A warning of a method. */
  public record Warning(String method, String text) {}

  /**
   * Quality of the record linkage across organisations.
   *
   * @param account the linkage's own assessment
   */
  public record Recognised(String account, int stated) {}

  /** An assumption, with the verdict once it is signed. */
  public record Assumption(String code, String text, String verdict, String because) {}

  /** The signature. */
  public record Signed(String name, String at, String conclusion) {}

  /** The section with a key. */
  public Optional<IntervalChart> bars(String key) {
    return bars.stream().filter(b -> b.key().equals(key)).findFirst();
  }

  /** A text of the engine. */
  public String say(String key) {
    return words.say(key);
  }
}
