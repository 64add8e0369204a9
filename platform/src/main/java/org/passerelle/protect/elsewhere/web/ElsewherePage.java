package org.passerelle.protect.elsewhere.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.elsewhere.Question;

/**
 * By whom a case may be found, and whom it was asked of.
 *
 * @param open organisations that may be chosen
 * @param shut organisations that may not, each with the sentence that says why
 * @param findable those by whom it may be found now
 * @param mayAsk whether the reader puts questions
 * @param mayOpen whether the reader says by whom it may be found
 */
public record ElsewherePage(
    Case file,
    List<Option> open,
    List<Option> shut,
    List<String> findable,
    List<Question> questions,
    Map<UUID, String> names,
    boolean mayAsk,
    boolean mayOpen,
    Filled form,
    LocalDate today,
    CaseWords words) {
  public ElsewherePage {
    open = List.copyOf(open);
    shut = List.copyOf(shut);
    findable = List.copyOf(findable);
    questions = List.copyOf(questions);
  }

  /** Those that cannot be chosen, under the sentence that says why. */
  public Map<String, List<String>> shutByReason() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    shut.forEach(
        one -> all.computeIfAbsent(one.value(), why -> new ArrayList<>()).add(one.label()));
    return all;
  }

  /** What an organisation is called. */
  public String organisation(UUID id) {
    return names.getOrDefault(id, "…");
  }

  /** Colour of a badge for where a question stands. */
  public String colour(Question one) {
    String band = one.band();
    return band == null
        ? one.open() ? "accent" : ""
        : band.equals("likely") ? "good" : band.equals("possible") ? "warn" : "";
  }

  /** Where a question stands, as the end of a key. */
  public String stands(Question one) {
    String band = one.band();
    if (band != null) {
      return band;
    }
    return one.open() ? one.sentOn() == null ? "waits" : "asked" : "ended";
  }
}
