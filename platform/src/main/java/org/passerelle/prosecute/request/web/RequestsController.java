package org.passerelle.prosecute.request.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.request.AssistanceRequest;
import org.passerelle.prosecute.request.AssistanceRequests;
import org.passerelle.prosecute.request.RequestForm;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Requests to authorities of other countries: drafted, printed, sent on paper, followed. */
@Controller
@Investigators
class RequestsController {
  private static final String ALL = InvestigationPages.HERE + "/{id}/requests";
  private static final String ONE = ALL + "/{request}";
  private static final Set<String> KINDS = Set.copyOf(AssistanceRequest.KINDS);
  private static final int NOTE = 1000;
  private final AssistanceRequests requests;
  private final RequestForms forms;
  private final InvestigationPages pages;
  private final Languages languages;
  private final CodeOptions options;
  private final Clock clock;

  RequestsController(
      AssistanceRequests requests,
      RequestForms forms,
      InvestigationPages pages,
      Languages languages,
      CodeOptions options,
      Clock clock) {
    this.requests = requests;
    this.forms = forms;
    this.pages = pages;
    this.languages = languages;
    this.options = options;
    this.clock = clock;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    return act.with("head", pages.head(id, "requests", act))
        .with("all", requests.of(id, act.who()))
        .show("prosecute/request/all");
  }

  @GetMapping(ALL + "/new")
  String blank(@PathVariable UUID id, Act act) {
    String asked = act.asked().code("kind", KINDS);
    act.form(Map.of());
    return edit(id, "", asked.isEmpty() ? AssistanceRequest.KINDS.get(0) : asked, act);
  }

  private String edit(UUID id, String request, String kind, Act act) {
    return act.with("head", pages.head(id, "requests", act))
        .with("request", request)
        .with("kind", kind)
        .with("exhibits", forms.exhibits(id, act))
        .show("prosecute/request/edit");
  }

  @PostMapping(ALL)
  @Confirmed("prosecute.done.request-drafted")
  String draft(@PathVariable UUID id, Act act) {
    String kind = act.form().neededCode("kind", KINDS);
    String known = kind.isEmpty() ? AssistanceRequest.KINDS.get(0) : kind;
    AssistanceRequest.Draft draft = forms.draft(known, act);
    return act.submit(
        () -> edit(id, "", known, act), () -> at(id, requests.draft(id, draft, act.who())));
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, @PathVariable UUID request, Act act) {
    act.form(Map.of());
    return page(id, request, act);
  }

  private String page(UUID id, UUID request, Act act) {
    AssistanceRequest one = requests.find(id, request, act.who());
    return act.with("head", pages.head(id, "requests", act))
        .with("one", one)
        .with("missing", RequestForm.of(one.kind()).missing(one.words().fields()))
        .with("attached", forms.attached(id, one, act))
        .show("prosecute/request/one");
  }

  @GetMapping(ONE + "/edit")
  String change(@PathVariable UUID id, @PathVariable UUID request, Act act) {
    AssistanceRequest one = requests.find(id, request, act.who());
    act.form(forms.stored(one));
    return edit(id, request.toString(), one.kind(), act);
  }

  @PostMapping(ONE + "/edit")
  @Confirmed("prosecute.done.saved")
  String save(@PathVariable UUID id, @PathVariable UUID request, Act act) {
    String kind = requests.find(id, request, act.who()).kind();
    AssistanceRequest.Draft draft = forms.draft(kind, act);
    int version = act.form().version();
    return act.submit(
        () -> edit(id, request.toString(), kind, act),
        () -> {
          requests.change(id, request, draft, version, act.who());
          return at(id, request);
        },
        () -> forms.stored(requests.find(id, request, act.who())));
  }

  @PostMapping(ONE + "/steps")
  @Confirmed("prosecute.done.entered")
  String step(@PathVariable UUID id, @PathVariable UUID request, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    AssistanceRequest.StepDraft draft =
        new AssistanceRequest.StepDraft(
            form.neededCode("kind", Set.copyOf(AssistanceRequest.STEPS)),
            form.code("ground", Set.copyOf(AssistanceRequest.GROUNDS)),
            form.neededDay("on", today, today),
            form.text("note", NOTE));
    return act.submit(
        () -> page(id, request, act),
        at(id, request),
        () -> requests.step(id, request, draft, act.who()));
  }

  @PostMapping(ONE + "/steps/{step}/strike")
  @Confirmed("prosecute.done.struck")
  String strike(@PathVariable UUID id, @PathVariable UUID request, Act act) {
    return act.once(
        at(id, request), () -> requests.strike(id, request, act.partId("step"), act.who()));
  }

  /** The request in one of the languages of the product. */
  @PostMapping(ONE + "/paper")
  ResponseEntity<byte[]> paper(@PathVariable UUID id, @PathVariable UUID request, Act act) {
    AssistanceRequest one = requests.print(id, request, act.who());
    Language language = languages.byTag(act.form().shown("language"));
    Texts texts = languages.texts(language);
    Moments moments = new Moments(texts, act.page().moments().zone(), clock);
    return FileAnswer.saved(one.called() + ".pdf", MediaType.APPLICATION_PDF)
        .body(
            RequestPaper.of(
                    one,
                    options.label("countries", one.country(), language),
                    forms.attached(id, one, act),
                    language,
                    texts,
                    moments)
                .pdf());
  }

  private static String at(UUID id, UUID request) {
    return InvestigationPages.HERE + "/" + id + "/requests/" + request;
  }
}
