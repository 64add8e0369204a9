package org.passerelle.api.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Scope;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Question;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.InputProblem;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.forms.answers.Typed;
import org.passerelle.protect.casework.screening.FinishedScreening;
import org.passerelle.protect.casework.screening.Screening;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.refusal.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Screenings: here too, a result is never a finding. */
@ApiHandler("/api/v1/screenings")
@Caseworkers
class ScreeningsApi {
  private static final int MOST = 200;
  private final Screenings screenings;
  private final FormDefinitions definitions;
  private final ApiForms forms;

  ScreeningsApi(Screenings screenings, FormDefinitions definitions, ApiForms forms) {
    this.screenings = screenings;
    this.definitions = definitions;
    this.forms = forms;
  }

  /** A screening without its answers. */
  record Row(
      UUID id,
      String code,
      String form,
      int version,
      Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable String outcome,
      @Nullable String urgency,
      boolean maybeMinor,
      @Nullable UUID caseId) {
    static Row of(Screening one) {
      return new Row(
          one.id(),
          one.code(),
          one.form(),
          one.version(),
          one.startedAt(),
          one.finishedAt(),
          one.outcome() == null ? null : one.outcome().name().toLowerCase(Locale.ROOT),
          one.urgency() == null ? null : one.urgency().name().toLowerCase(Locale.ROOT),
          one.maybeMinor(),
          one.caseId());
    }
  }

  @GetMapping
  @Scope("screenings:read")
  List<Row> list(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "50") int limit,
      @AuthenticationPrincipal SignedIn who) {
    int most = Math.min(Math.max(limit, 1), MOST);
    int from = (Math.min(Math.max(page, 1), 10_000) - 1) * most;
    return screenings.list(who, false, from, most).stream().map(Row::of).toList();
  }

  /** A completed screening with its answers as codes and text. */
  record Finished(Row screening, Map<String, Object> answers) {}

  @GetMapping("/{id}")
  @Scope("screenings:read")
  Finished read(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
    FinishedScreening found = screenings.finished(id, who);
    Map<String, Object> answers = new HashMap<>();
    found.answers().byQuestion().forEach((question, answer) -> answers.put(question, answer));
    return new Finished(Row.of(found.screening()), answers);
  }

  /**
   * A screening conducted elsewhere.
   *
   * @param form such as {@code screening-short}
   * @param answers by question id: a text or code, a number, several codes as an array; {@code
   *     _not_known} and {@code _none} as on the page
   * @param startedAt defaults to now
   */
  record Draft(
      @Nullable String form,
      @Nullable Map<String, Object> answers,
      @Nullable Map<String, String> evidence,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {}

  @PostMapping
  @Scope("screenings:write")
  ResponseEntity<CasesApi.Made> record(
      @RequestBody Draft draft,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      @AuthenticationPrincipal SignedIn who) {
    FormDefinition form =
        definitions
            .current(draft.form() == null ? "" : draft.form())
            .filter(f -> f.kind() == FormDefinition.Kind.SCREENING)
            .orElseThrow(NotFound::new);
    Answers answers = answers(form, draft);
    Instant finished = draft.finishedAt() == null ? forms.now() : draft.finishedAt();
    Instant started = draft.startedAt() == null ? finished : draft.startedAt();
    if (started.isAfter(finished)
        || finished.isAfter(forms.now().plus(Duration.ofMinutes(5)))
        || started.isBefore(forms.now().minus(Duration.ofDays(365)))) {
      throw new ApiProblems.BadRequest(
          List.of(
              new ApiProblems.FieldError(
                  "startedAt", "It must begin before it ends, within the last year.")));
    }
    return forms.once(
        key,
        who,
        "/api/v1/screenings/",
        () -> screenings.record(who, form.form(), answers, started, finished));
  }

  private Answers answers(FormDefinition form, Draft draft) {
    Map<String, List<String>> sent = new HashMap<>();
    List<ApiProblems.FieldError> errors = new ArrayList<>();
    ApiForms.fields(draft.answers() == null ? Map.of() : draft.answers())
        .forEach(
            (question, values) -> {
              if (form.question(question).isEmpty()) {
                errors.add(new ApiProblems.FieldError(question, "There is no such question."));
              }
              sent.put(Typed.field(question), values);
            });
    sent.put("shown", form.questions().stream().map(Question::id).toList());
    if (draft.evidence() != null) {
      draft.evidence().forEach((q, words) -> sent.put(Typed.evidence(q), List.of(words)));
    }
    Typed typed = Typed.exact(form, Answers.NONE, sent, forms.today());
    for (InputProblem problem : typed.problems()) {
      errors.add(
          new ApiProblems.FieldError(
              problem.question(),
              forms.texts("forms").text(problem.key(), problem.arguments().toArray())));
    }
    for (Question missing : Submissions.missing(form, typed.draft())) {
      errors.add(new ApiProblems.FieldError(missing.id(), "This must be answered."));
    }
    if (!errors.isEmpty()) {
      throw new ApiProblems.BadRequest(errors);
    }
    return typed.draft();
  }
}
