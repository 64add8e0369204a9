package org.passerelle.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.Days;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Languages;
import org.passerelle.pages.Filled;
import org.passerelle.pages.FormErrors;
import org.passerelle.pages.LanguageChoice;
import org.passerelle.pages.OnceOnly;
import org.passerelle.storage.Identifiers;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Validates JSON bodies with the form rules of the pages: the same names of fields, limits and
 * codes, so that each rule exists once.
 */
@Component
class ApiForms {
  private final OnceOnly once;
  private final Identifiers identifiers;
  private final CodeOptions options;
  private final Languages languages;
  private final HttpServletRequest request;
  private final Clock clock;

  ApiForms(
      OnceOnly once,
      Identifiers identifiers,
      CodeOptions options,
      Languages languages,
      HttpServletRequest request,
      Clock clock) {
    this.once = once;
    this.identifiers = identifiers;
    this.options = options;
    this.languages = languages;
    this.request = request;
    this.clock = clock;
  }

  LocalDate today() {
    return Days.newest(clock.instant());
  }

  Instant now() {
    return clock.instant();
  }

  Set<String> codes(String list) {
    return options.codes(list);
  }

  /** Fields by name; true becomes a ticked box, an array several values. */
  Filled filled(Map<String, Object> body) {
    return Filled.of(fields(body));
  }

  static Map<String, List<String>> fields(Map<String, Object> body) {
    Map<String, List<String>> fields = new HashMap<>();
    body.forEach((name, value) -> fields.put(name, values(value)));
    return fields;
  }

  private static List<String> values(@Nullable Object value) {
    if (value == null || value.equals(false)) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(one -> values.add(String.valueOf(one)));
    } else {
      values.add(value.equals(true) ? "on" : value.toString());
    }
    return values;
  }

  /** Rejects an invalid body with its errors by field. */
  void check(Filled form) {
    if (!form.errors().isEmpty()) {
      FileTexts texts = texts("form", "cases", "channel");
      List<ApiProblems.FieldError> errors = new ArrayList<>();
      for (FormErrors.Problem problem : form.errors().all()) {
        errors.add(
            new ApiProblems.FieldError(
                problem.field(), texts.text(problem.key(), problem.arguments().toArray())));
      }
      throw new ApiProblems.BadRequest(errors);
    }
  }

  FileTexts texts(String... parts) {
    return FileTexts.of(LanguageChoice.of(request, languages), parts);
  }

  /**
   * Processes a request once, however often the same key is sent.
   *
   * @param key header {@code Idempotency-Key}, a UUID; without one every request is processed
   * @param below address below which the created resource is found
   */
  ResponseEntity<CasesApi.Made> once(String key, SignedIn who, String below, Supplier<UUID> work) {
    String led = once.run(token(key), who, () -> below + work.get());
    String location = led.substring("redirect:".length());
    UUID id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    return ResponseEntity.created(URI.create(location)).body(new CasesApi.Made(id));
  }

  private UUID token(String key) {
    return key.isBlank() ? identifiers.next() : key(key);
  }

  /** The key of a request that must have one. */
  static UUID key(String key) {
    try {
      return UUID.fromString(key.strip().replace("\"", ""));
    } catch (IllegalArgumentException e) {
      throw new ApiProblems.BadRequest(
          List.of(new ApiProblems.FieldError("Idempotency-Key", "A UUID is expected.")));
    }
  }
}
