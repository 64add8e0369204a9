package org.passerelle.protect.tracing.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.Relations;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.elsewhere.Question;
import org.passerelle.protect.recognition.PossibleDuplicate;
import org.passerelle.protect.tracing.TracingRequest;

/**
 * Requests of a case, and the one that is looked at.
 *
 * @param all those that last, then the others, the newest first
 * @param one the one that is looked at
 * @param pairs files of the house that may be of whoever is sought
 * @param questions put to others for whoever is sought
 * @param names of colleagues
 * @param mayAsk whether the reader asks others
 * @param supervisor whether the reader decides on what is held
 */
public record TracingPage(
    Case file,
    List<TracingRequest> all,
    Optional<TracingRequest> one,
    List<Relations.Around> around,
    List<PossibleDuplicate> pairs,
    List<Question> questions,
    Map<UUID, String> names,
    boolean mayAsk,
    boolean supervisor,
    Filled form,
    CaseWords words) {
  public TracingPage {
    all = List.copyOf(all);
    around = List.copyOf(around);
    pairs = List.copyOf(pairs);
    questions = List.copyOf(questions);
  }

  /** Where they stand. */
  public String at() {
    return "/protect/cases/" + file.id() + "/tracing";
  }

  /** Where one stands. */
  public String at(TracingRequest request) {
    return at() + "/" + request.id();
  }

  /** Whom it is about, by what they are to the person. */
  public String sought(TracingRequest request) {
    return around.stream()
        .filter(a -> a.person().equals(request.person()))
        .findFirst()
        .map(words::around)
        .orElse("…");
  }

  /** Whom one can look for: who is around the person, not suspected, and not looked for already. */
  public List<Option> persons() {
    return around.stream()
        .filter(a -> !a.suspect())
        .filter(a -> all.stream().noneMatch(r -> r.lasts() && r.person().equals(a.person())))
        .map(a -> new Option(a.person().toString(), words.around(a)))
        .toList();
  }

  /** What is made sure of before two are brought together. */
  public List<Option> madeSure(Page page) {
    return TracingRequest.MADE_SURE.stream()
        .map(code -> new Option(code, page.text("tracing.sure." + code)))
        .toList();
  }

  /** The other side of a pair. */
  public PossibleDuplicate.Side other(TracingRequest request, PossibleDuplicate pair) {
    return pair.one().person().equals(request.person()) ? pair.other() : pair.one();
  }

  /** What a colleague is called; a user who is gone is shown as such. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** Class of the badge of a state. */
  public String colour(TracingRequest request) {
    return switch (request.state()) {
      case OPEN -> "accent";
      case HELD -> "danger";
      case ENDED -> "";
    };
  }
}
