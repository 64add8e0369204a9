package org.passerelle.protect.identity.elsewhere.web;

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
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.identity.elsewhere.Question;

/**
 * View of a case's findability and its questions.
 *
 * @param open organisations that can be chosen
 * @param shut organisations that cannot be chosen, each with the reason
 * @param findable organisations by which it may be found now
 * @param around persons around the person of the case, some of whom can be traced
 * @param mayAsk whether the reader may ask questions
 * @param mayOpen whether the reader may change the findability
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

  /** Organisations that cannot be chosen, by reason. */
  public Map<String, List<String>> shutByReason() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    shut.forEach(
        one -> all.computeIfAbsent(one.value(), why -> new ArrayList<>()).add(one.label()));
    return all;
  }

  public String organisation(UUID id) {
    return names.getOrDefault(id, "…");
  }

  /** The traced person, described by relation to the person of the case. */
  public Optional<String> sought(@Nullable UUID person) {
    return around.stream().filter(a -> a.person().equals(person)).findFirst().map(words::around);
  }

  /** The traced person in the form. */
  public Optional<String> sought() {
    return around.stream()
        .filter(a -> a.person().toString().equals(form.shown("about")))
        .findFirst()
        .map(words::around);
  }

  /** Badge colour of a question's status. */
  public String colour(Question one) {
    String band = one.band();
    return band == null
        ? one.open() ? "accent" : ""
        : band.equals("likely") ? "good" : band.equals("possible") ? "warn" : "";
  }

  /** Status of a question, as the end of a key. */
  public String stands(Question one) {
    String band = one.band();
    if (band != null) {
      return band;
    }
    return one.open() ? one.sentOn() == null ? "waits" : "asked" : "ended";
  }
}
