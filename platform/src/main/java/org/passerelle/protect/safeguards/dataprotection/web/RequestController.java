package org.passerelle.protect.safeguards.dataprotection.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.CaseCode;
import org.passerelle.protect.casework.cases.Looks;
import org.passerelle.protect.safeguards.dataprotection.PersonRequest;
import org.passerelle.protect.safeguards.dataprotection.PersonRequests;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of requests of data subjects, from receipt to answer. */
@Controller
@Allowed(Role.DATA_PROTECTION_OFFICER)
class RequestController {
  private static final String ALL = DeskController.HERE + "/requests";
  private static final String ONE = ALL + "/{id}";
  private static final int SHOWN = 500;
  private static final int CODE = 20;
  private final PersonRequests requests;
  private final Looks cases;

  RequestController(PersonRequests requests, Looks cases) {
    this.requests = requests;
    this.cases = cases;
  }

  @GetMapping(ALL)
  String all(Act act) {
    return act.show("protect/dataprotection/requests", requests.list(act.who(), SHOWN));
  }

  @GetMapping(ALL + "/new")
  String blank(Act act) {
    act.form(Map.of("received", act.page().moments().today().toString()));
    return form(act);
  }

  private String form(Act act) {
    return act.show(
        "protect/dataprotection/request-new", options(PersonRequest.KINDS, "request", act));
  }

  @PostMapping(ALL)
  String enter(Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    PersonRequest.Draft draft =
        new PersonRequest.Draft(
            form.neededCode("kind", Set.copyOf(PersonRequest.KINDS)),
            file(form, act),
            form.neededDay("received", today, today),
            form.neededText("asked", Filled.LONG));
    return act.submit(
        () -> form(act),
        () -> {
          UUID id = requests.enter(draft, act.who());
          act.notice("good", "dataprotection.request.entered");
          return ALL + "/" + id;
        });
  }

  /** The case with the typed code; null if there is none, or a fault was recorded. */
  private @Nullable UUID file(Filled form, Act act) {
    String code = CaseCode.typed(form.text("code", CODE));
    if (code.isEmpty()) {
      return null;
    }
    Optional<UUID> found = cases.byCode(code, act.who());
    if (found.isEmpty()) {
      form.errors().add("code", "dataprotection.refused.code", code);
    }
    return found.orElse(null);
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, Act act) {
    act.form(Map.of("on", act.page().moments().today().toString()));
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    PersonRequest request = requests.find(id, act.who());
    return act.show(
        "protect/dataprotection/request",
        new RequestPage(
            request,
            requests.words(id, act.who()).orElse(null),
            options(PersonRequest.OUTCOMES, "outcome", act),
            request.extendable(act.page().moments().today()),
            act.form()));
  }

  @PostMapping(ONE + "/extend")
  String extend(@PathVariable UUID id, Act act) {
    String why = act.form().neededText("why", Filled.LONG);
    return act.submit(
        () -> page(id, act),
        () -> {
          requests.extend(id, why, act.page().moments().today(), act.who());
          act.notice("good", "dataprotection.request.extended");
          return ALL + "/" + id;
        });
  }

  @PostMapping(ONE + "/answer")
  String answer(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    String outcome = form.neededCode("outcome", Set.copyOf(PersonRequest.OUTCOMES));
    LocalDate on = form.neededDay("on", today, today);
    String answer = form.text("answer", Filled.LONG);
    return act.submit(
        () -> page(id, act),
        () -> {
          requests.answer(id, outcome, on, answer, act.who());
          act.notice("good", "dataprotection.request.answered");
          return ALL + "/" + id;
        });
  }

  @PostMapping(ONE + "/words")
  String takeOutWords(@PathVariable UUID id, Act act) {
    return act.once(
        ALL + "/" + id,
        () -> {
          requests.takeOutWords(id, act.who());
          act.notice("good", "dataprotection.words.gone");
        });
  }

  private static List<Option> options(List<String> codes, String what, Act act) {
    return codes.stream()
        .map(code -> new Option(code, act.text("dataprotection." + what + "." + code)))
        .toList();
  }
}
