package org.passerelle.api.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Scope;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.forms.Code;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.Question;
import org.passerelle.refusal.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Reference data for programs: organisations of the node, and forms with their codes. */
@ApiHandler("/api/v1")
@Allowed
class ReferenceApi {
  private final Organisations organisations;
  private final FormDefinitions forms;

  ReferenceApi(Organisations organisations, FormDefinitions forms) {
    this.organisations = organisations;
    this.forms = forms;
  }

  /** An organisation; names by language. */
  record Known(
      UUID id,
      String handle,
      Map<String, String> name,
      String type,
      String country,
      boolean casework) {
    static Known of(Organisation one) {
      return new Known(
          one.id(),
          one.handle(),
          one.name().byLanguage(),
          one.type(),
          one.country(),
          one.casework());
    }
  }

  @GetMapping("/organisations")
  @Scope("organisations:read")
  List<Known> organisations() {
    return organisations.active(null, null).stream().map(Known::of).toList();
  }

  @GetMapping("/organisations/{id}")
  @Scope("organisations:read")
  Known organisation(@PathVariable UUID id) {
    return organisations.find(id).map(Known::of).orElseThrow(NotFound::new);
  }

  /** A form in use. */
  record Form(String form, int version, String digest, String kind, Map<String, String> title) {
    static Form of(FormDefinition one) {
      return new Form(
          one.form(),
          one.version(),
          one.digest(),
          one.kind().name().toLowerCase(java.util.Locale.ROOT),
          one.title().byLanguage());
    }
  }

  @GetMapping("/forms")
  @Scope("forms:read")
  List<Form> forms() {
    return java.util.Arrays.stream(FormDefinition.Kind.values())
        .filter(kind -> kind != FormDefinition.Kind.FRAGMENT)
        .flatMap(kind -> forms.current(kind).stream())
        .map(Form::of)
        .toList();
  }

  /** A question with its codes. */
  record Asked(
      String id,
      String type,
      Map<String, String> label,
      boolean required,
      List<String> codes,
      boolean evidence) {
    static Asked of(Question one) {
      return new Asked(
          one.id(),
          one.type().name().toLowerCase(java.util.Locale.ROOT),
          one.label().byLanguage(),
          one.required(),
          one.options().stream().map(Code::code).toList(),
          one.evidence());
    }
  }

  /** A form with its questions. */
  record Whole(Form form, List<Asked> questions) {}

  @GetMapping("/forms/{form}")
  @Scope("forms:read")
  Whole form(@PathVariable String form) {
    FormDefinition found =
        forms
            .current(form)
            .filter(f -> f.kind() != FormDefinition.Kind.FRAGMENT)
            .orElseThrow(NotFound::new);
    return new Whole(Form.of(found), found.questions().stream().map(Asked::of).toList());
  }
}
