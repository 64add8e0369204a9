package org.passerelle.protect.identity.tracing.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.identity.elsewhere.Question;
import org.passerelle.protect.identity.recognition.PossibleDuplicate;
import org.passerelle.protect.identity.tracing.TracingRequest;

/**
 * View of the tracing requests of a case.
 *
 * @param all requests: current ones first, then newest first
 * @param one the request shown
 * @param pairs files of the organisation that may be of the traced person
 * @param questions questions to others about the traced person
 * @param names names of colleagues
 * @param mayAsk whether the reader may ask others
 * @param supervisor whether the reader decides on requests on hold
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

  public String at() {
    return "/protect/cases/" + file.id() + "/tracing";
  }

  /** URL of a request. */
  public String at(TracingRequest request) {
    return at() + "/" + request.id();
  }

  /** The traced person, described by relation to the person of the case. */
  public String sought(TracingRequest request) {
    return around.stream()
        .filter(a -> a.person().equals(request.person()))
        .findFirst()
        .map(words::around)
        .orElse("…");
  }

  /** Persons who can be traced: around the person, not suspected, and not being traced yet. */
  public List<Option> persons() {
    return around.stream()
        .filter(a -> !a.suspect())
        .filter(a -> all.stream().noneMatch(r -> r.lasts() && r.person().equals(a.person())))
        .map(a -> new Option(a.person().toString(), words.around(a)))
        .toList();
  }

  /** Confirmations required before a meeting. */
  public List<Option> madeSure(Page page) {
    return TracingRequest.MADE_SURE.stream()
        .map(code -> new Option(code, page.text("tracing.sure." + code)))
        .toList();
  }

  public PossibleDuplicate.Side other(TracingRequest request, PossibleDuplicate pair) {
    return pair.one().person().equals(request.person()) ? pair.other() : pair.one();
  }

  /** Name of a colleague, or a placeholder for a deleted user. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** CSS class of a state's badge. */
  public String colour(TracingRequest request) {
    return switch (request.state()) {
      case OPEN -> "accent";
      case HELD -> "danger";
      case ENDED -> "";
    };
  }
}
