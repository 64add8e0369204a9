package org.passerelle.house.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.FormIds;
import org.passerelle.forms.FormImports;
import org.passerelle.forms.FormJudge;
import org.passerelle.forms.Piece;
import org.passerelle.forms.draft.DraftEdit;
import org.passerelle.forms.draft.DraftPart;
import org.passerelle.forms.draft.FormDraft;
import org.passerelle.forms.draft.FormDrafts;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Creates, reorders, exports, submits and deletes form drafts. */
@Controller
@RequestMapping("/house/forms/drafts")
@Allowed(Role.ADMINISTRATOR)
class FormDraftController {
  private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");
  private final FormDrafts drafts;
  private final FormDefinitions definitions;
  private final FormJudge judge;
  private final DraftPages pages;

  FormDraftController(
      FormDrafts drafts, FormDefinitions definitions, FormJudge judge, DraftPages pages) {
    this.drafts = drafts;
    this.definitions = definitions;
    this.judge = judge;
    this.pages = pages;
  }

  /** Lists the drafts and the starting points for a new one: an empty form, or one in use. */
  @GetMapping
  String all(Act act) {
    act.form(Map.of());
    return list(act);
  }

  private String list(Act act) {
    return act.with("language", act.language())
        .with(
            "current",
            Arrays.stream(FormDefinition.Kind.values())
                .flatMap(kind -> definitions.current(kind).stream())
                .toList())
        .show("forms/draft/list", drafts.all());
  }

  @PostMapping
  String begin(Act act) {
    String from = act.form().text("from", 60);
    String id = from.isEmpty() ? act.form().neededText("form", 60) : from;
    return act.submit(
        () -> list(act), () -> DraftPage.ALL + drafts.begin(beginning(from, id), act.who()));
  }

  private Piece beginning(String from, String id) {
    List<FormDefinition> versions = definitions.versions(id);
    int newest = versions.isEmpty() ? 0 : versions.get(0).version();
    String next = Integer.toString(drafts.next(id, newest));
    if (!from.isEmpty()) {
      return judge.said(id, newest).orElseThrow(NotFound::new).with("version", next);
    }
    if (!FormIds.isForm(id)) {
      throw new Refused("formdraft.refused.form-id", id).at("form");
    }
    if (newest > 0) {
      throw new Refused("formdraft.refused.form-taken", id).at("form");
    }
    return Piece.EMPTY
        .with("form", id)
        .with("version", next)
        .with("kind", "intake")
        .with("verification", Piece.EMPTY.with("state", "own"))
        .with("sections", List.of());
  }

  @GetMapping("/{id}")
  String one(@PathVariable UUID id, Act act) {
    return act.show("forms/draft/one", pages.of(id, act));
  }

  /** Moves a section or question by one place: the button says which and in which direction. */
  @PostMapping("/{id}/order")
  String order(@PathVariable UUID id, Act act) {
    String said = act.form().text("move", 100);
    boolean up = said.startsWith("up ");
    DraftPart part = part(said.substring(said.indexOf(' ') + 1));
    return act.once(
        () -> {
          drafts.change(id, 0, DraftPart.ORDER, form -> DraftEdit.move(form, part, up), act.who());
          return DraftPage.ALL + id + "#" + part.toString().replace(' ', '-');
        });
  }

  private static DraftPart part(String said) {
    return DraftPart.of(said)
        .filter(
            part ->
                part.kind() == DraftPart.Kind.SECTION
                    || part.kind() == DraftPart.Kind.QUESTION
                    || part.kind() == DraftPart.Kind.LIST)
        .orElseThrow(NotFound::new);
  }

  /** Removes a section, question or list. */
  @PostMapping("/{id}/remove")
  String remove(@PathVariable UUID id, Act act) {
    DraftPart part = part(act.form().text("part", 100));
    int opened = act.form().version();
    return act.submit(
        () -> one(id, act),
        () -> {
          drafts.change(id, opened, part, form -> DraftEdit.remove(form, part), act.who());
          act.notice("good", "formdraft.removed", part.id());
          return DraftPage.ALL + id;
        });
  }

  /** Exports the draft as a file in its current state. */
  @GetMapping("/{id}/export")
  ResponseEntity<String> export(@PathVariable UUID id) {
    FormDraft draft = drafts.find(id);
    return FileAnswer.saved(draft.name() + ".yaml", YAML).body(draft.form().write());
  }

  /** Submits the draft for comparison and activation. */
  @PostMapping("/{id}/finish")
  String finish(@PathVariable UUID id, Act act) {
    return act.submit(
        () -> act.show("forms/draft/one", pages.of(id, act)),
        () -> {
          FormImports.Received received = drafts.finish(id, act.who());
          UUID imported = received.id();
          if (imported == null) {
            throw new Refused("formdraft.refused.problems", received.problems().size())
                .at("problems");
          }
          act.notice("good", "formdraft.finished");
          return "/house/forms/" + imported;
        });
  }

  @PostMapping("/{id}/delete")
  String delete(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          act.undoable(drafts.delete(id, act.who()), "formdraft.deleted");
          return "/house/forms/drafts";
        });
  }
}
