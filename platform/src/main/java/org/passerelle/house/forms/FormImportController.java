package org.passerelle.house.forms;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.forms.FormComparison;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.FormImports;
import org.passerelle.forms.FormProblem;
import org.passerelle.forms.FormReliance;
import org.passerelle.forms.FormsInvalid;
import org.passerelle.forms.Piece;
import org.passerelle.forms.answers.FormPages;
import org.passerelle.forms.draft.FormDrafts;
import org.passerelle.pages.Act;
import org.passerelle.pages.FormErrors;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Imports a new version of a form: upload, check, comparison, activation. */
@Controller
@RequestMapping("/house/forms")
@Allowed(Role.ADMINISTRATOR)
class FormImportController {
  private final FormImports imports;
  private final FormDefinitions definitions;
  private final List<FormReliance> reliances;
  private final FormDrafts drafts;

  FormImportController(
      FormImports imports,
      FormDefinitions definitions,
      List<FormReliance> reliances,
      FormDrafts drafts) {
    this.imports = imports;
    this.definitions = definitions;
    this.reliances = reliances;
    this.drafts = drafts;
  }

  @GetMapping
  String all(Act act) {
    act.form(Map.of());
    return list(List.of(), act);
  }

  private String list(List<FormProblem> problems, Act act) {
    return act.with("problems", problems)
        .with("errors", act.form().errors())
        .with(
            "current",
            List.of(FormDefinition.Kind.values()).stream()
                .flatMap(kind -> definitions.current(kind).stream())
                .toList())
        .show("forms/imports", imports.all());
  }

  @PostMapping
  String receive(Act act) {
    String sent = text(act.file("file"), act.form().errors());
    List<FormProblem> problems = new ArrayList<>();
    return act.submit(
        () -> list(problems, act),
        () -> {
          if (act.form().shown("as").equals("draft")) {
            return DraftPage.ALL + draft(sent, problems, act);
          }
          FormImports.Received received = imports.receive(sent, act.who());
          UUID id = received.id();
          if (id == null) {
            problems.addAll(received.problems());
            throw new Refused("formimport.problems", problems.size()).at("file");
          }
          return "/house/forms/" + id;
        });
  }

  /** A draft can be made from a file with any problem but one: parts that cannot be told apart. */
  private UUID draft(String sent, List<FormProblem> problems, Act act) {
    try {
      return drafts.begin(Piece.read(sent), act.who());
    } catch (FormsInvalid invalid) {
      problems.addAll(invalid.problems());
      throw new Refused("formimport.problems", problems.size()).at("file");
    } catch (Refused refused) {
      throw new Refused(refused.key(), refused.arguments()).at("file");
    }
  }

  private static String text(byte[] bytes, FormErrors errors) {
    if (bytes.length == 0) {
      errors.add("file", "formimport.refused.no-file");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .toString()
          .replaceFirst("^\uFEFF", "");
    } catch (CharacterCodingException e) {
      errors.add("file", "formimport.refused.encoding");
      return "";
    }
  }

  @GetMapping("/{id}")
  @Allowed({Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER})
  String compare(@PathVariable UUID id, Act act) {
    FormImports.Imported imported = imports.find(id);
    FormDefinition after = imports.definition(id);
    Optional<FormDefinition> before = imports.before(imported);
    List<FormComparison.Difference> differences = FormComparison.of(before.orElse(null), after);
    return act.show(
        "forms/compare",
        new FormImportPage(
            imported,
            after,
            before.map(FormDefinition::version).orElse(0),
            differences,
            FormImportPage.touched(reliances, differences),
            imported.active()
                ? List.of()
                : imports.moved(imported).stream()
                    .map(moved -> FormPages.opens(moved, act.page()))
                    .toList(),
            imports.waiting(id).isPresent()));
  }

  @GetMapping("/{id}/preview")
  @Allowed({Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER})
  String preview(@PathVariable UUID id, Act act) {
    FormDefinition form = imports.definition(id);
    return act.with("imported", imports.find(id))
        .with("sections", FormPages.preview(act.page(), form))
        .show("forms/preview", form);
  }

  @PostMapping("/{id}/activate")
  String activate(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          boolean waits = imports.activate(id, act.who()).isPresent();
          act.notice(waits ? "warn" : "good", waits ? "formimport.waits" : "formimport.activated");
          return "/house/forms/" + id;
        });
  }

  @PostMapping("/{id}/discard")
  String discard(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          imports.discard(id, act.who());
          return "/house/forms";
        });
  }
}
