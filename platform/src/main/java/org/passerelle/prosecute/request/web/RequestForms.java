package org.passerelle.prosecute.request.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.request.AssistanceRequest;
import org.passerelle.prosecute.request.RequestForm;
import org.springframework.stereotype.Component;

/** Reads and fills the form of a request. */
@Component
class RequestForms {
  private static final int YEARS_AHEAD = 3;
  private final Exhibits exhibits;
  private final CodeOptions options;

  RequestForms(Exhibits exhibits, CodeOptions options) {
    this.exhibits = exhibits;
    this.options = options;
  }

  /** Exhibits of the investigation, by number. */
  List<Option> exhibits(UUID id, Act act) {
    return exhibits.of(id, act.who()).stream()
        .map((Exhibit one) -> new Option(one.id().toString(), called(one)))
        .toList();
  }

  private static String called(Exhibit one) {
    return one.number() + " " + one.words().title();
  }

  /** What the exhibits of a request are called. */
  List<String> attached(UUID id, AssistanceRequest request, Act act) {
    return exhibits.of(id, act.who()).stream()
        .filter(one -> request.exhibits().contains(one.id()))
        .map(RequestForms::called)
        .toList();
  }

  AssistanceRequest.Draft draft(String kind, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    Map<String, String> fields = new HashMap<>();
    RequestForm.of(kind)
        .fields()
        .forEach(field -> fields.put(field.id(), form.text(field.id(), RequestForm.MOST)));
    return new AssistanceRequest.Draft(
        kind,
        form.neededCode("country", options.codes("countries")),
        form.day("answer", today.plusYears(YEARS_AHEAD)).orElse(null),
        new AssistanceRequest.Words(fields),
        form.ids("exhibits").stream().distinct().toList());
  }

  Filled stored(AssistanceRequest one) {
    Map<String, String> stored = new HashMap<>(one.words().fields());
    stored.put("country", one.country());
    LocalDate by = one.answerBy();
    stored.put("answer", by == null ? "" : by.toString());
    stored.put(Filled.VERSION, String.valueOf(one.version()));
    return Filled.with(stored)
        .and("exhibits", one.exhibits().stream().map(UUID::toString).toList());
  }
}
