package org.passerelle.protect.elsewhere.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.Relations;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.elsewhere.Question;

/**
 * By whom a case may be found, and whom it was asked of.
 *
 * @param open organisations that may be chosen
 * @param shut organisations that may not, each with the sentence that says why
 * @param findable those by whom it may be found now
 * @param around persons around the one of the case, of whom some may be asked for
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
    List<Relations.Around> around,
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
    around = List.copyOf(around);
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

  /** Who of those around the person is asked for, by what they are to the person. */
  public Optional<String> sought(@Nullable UUID person) {
    return around.stream().filter(a -> a.person().equals(person)).findFirst().map(words::around);
  }

  /** The same of what a form asks for. */
  public Optional<String> sought() {
    return around.stream()
        .filter(a -> a.person().toString().equals(form.shown("about")))
        .findFirst()
        .map(words::around);
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
