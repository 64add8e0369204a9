package org.passerelle.steer.release.estimate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is published of a study: its file for programs, of which pages are made. It holds neither
 * the number of persons seen nor anything by which it could be worked out: no count, no digest of
 * counts, no model. Immutable.
 *
 * @param title in English, for programs; pages have their own words
 * @param organisation name of the organisation whose study it is, by language
 * @param lists number of lists
 * @param grouping what made a list: kind, country or organisation; which ones is not said
 * @param method code of the method
 * @param estimate the estimate with its interval
 * @param methods all methods of the study together; null if there was one
 * @param assumptions the analyst's verdicts, without the reasons
 * @param signed moment of the signature
 * @param engine version of the engine
 * @param notes how the numbers were rounded, and what they do not say, in English
 */
public record PublishedEstimate(
    String title,
    Map<String, String> organisation,
    Scope scope,
    int lists,
    String grouping,
    String method,
    Interval estimate,
    @Nullable Methods methods,
    List<Assumption> assumptions,
    String signed,
    int engine,
    List<String> notes) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public PublishedEstimate {
    organisation = Collections.unmodifiableMap(new TreeMap<>(organisation));
    assumptions = List.copyOf(assumptions);
    notes = List.copyOf(notes);
  }

  /**
   * Who is estimated.
   *
   * @param from first day of the first contact
   * @param until last day of it
   * @param countries countries responsible for the case; empty for all
   * @param forms forms of exploitation; empty for all
   * @param definition {@code decided}: presumed and identified victims; {@code all}: every case
   *     that no authority refused
   */
  public record Scope(
      String from, String until, List<String> countries, List<String> forms, String definition) {
    public Scope {
      countries = List.copyOf(countries);
      forms = List.copyOf(forms);
    }

    /** The first day. */
    public LocalDate first() {
      return LocalDate.parse(from);
    }

    /** The last day. */
    public LocalDate last() {
      return LocalDate.parse(until);
    }
  }

  /**
   * An estimate.
   *
   * @param about persons in all, to the nearest step
   * @param from lower limit, rounded down
   * @param until upper limit, rounded up
   * @param percent level of the interval
   */
  public record Interval(long about, long from, long until, int percent) {}

  /**
   * The methods of the study.
   *
   * @param many how many gave an estimate
   * @param from the lowest limit of an interval, rounded down
   * @param until the highest, rounded up
   */
  public record Methods(int many, long from, long until) {}

  /** An assumption and its verdict: {@code holds}, {@code doubtful} or {@code fails}. */
  public record Assumption(String assumption, String verdict) {}

  /** When it was signed. */
  public Instant signedAt() {
    return Instant.parse(signed);
  }

  /** The name of the organisation. */
  public Wording named() {
    return new Wording(organisation);
  }

  /** The file. */
  String json() {
    return JSON.writeValueAsString(this);
  }

  /** Reads a file that was written here. */
  public static PublishedEstimate read(String json) {
    return JSON.readValue(json, PublishedEstimate.class);
  }
}
