package org.passerelle.house.forms;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.forms.FormIds;
import org.passerelle.forms.FormJudge;
import org.passerelle.forms.Piece;
import org.passerelle.forms.draft.DraftEdit;
import org.passerelle.forms.draft.DraftPart;
import org.passerelle.forms.draft.FormDrafts;
import org.passerelle.pages.Act;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Edits codes where they are used: those of a question, or a shared list of the form. */
@Controller
@RequestMapping("/house/forms/drafts/{id}")
@Allowed(Role.ADMINISTRATOR)
class FormDraftCodesController {
  private final FormDrafts drafts;
  private final FormJudge judge;
  private final DraftPages pages;

  FormDraftCodesController(FormDrafts drafts, FormJudge judge, DraftPages pages) {
    this.drafts = drafts;
    this.judge = judge;
    this.pages = pages;
  }

  @GetMapping("/codes/{question}")
  String codes(@PathVariable UUID id, @PathVariable String question, Act act) {
    return open(id, DraftPart.codes(question), act);
  }

  @GetMapping("/lists/{name}")
  String list(@PathVariable UUID id, @PathVariable String name, Act act) {
    return open(id, DraftPart.list(name), act);
  }

  private String open(UUID id, DraftPart part, Act act) {
    act.form(CodeForms.stored(codes(id, part)));
    return show(id, part, act);
  }

  /** The codes of a part; a question that uses a shared list starts with a copy of it. */
  private List<Piece> codes(UUID id, DraftPart part) {
    Piece form = drafts.find(id).form();
    Piece owner = DraftEdit.find(form, part);
    List<Piece> own = DraftEdit.codes(form, part);
    if (part.kind() == DraftPart.Kind.LIST || !owner.has("list")) {
      return own;
    }
    String list = owner.text("list");
    List<Piece> ofForm = form.piece("lists").pieces(list);
    return ofForm.isEmpty() ? judge.shared(list) : ofForm;
  }

  private String show(UUID id, DraftPart part, Act act) {
    DraftPage page = pages.of(id, act);
    Piece owner = DraftEdit.find(page.draft().form(), part);
    int stored = codes(id, part).size();
    return act.with("part", part)
        .with("problems", DraftPages.problems(page, shown(part)))
        .with("rows", CodeForms.rows(act.form(), stored))
        .with("list", part.kind() == DraftPart.Kind.LIST ? "" : owner.text("list"))
        .show("forms/draft/codes", page);
  }

  /** Problems of codes are reported on their question. */
  private static DraftPart shown(DraftPart part) {
    return part.kind() == DraftPart.Kind.LIST ? part : DraftPart.question(part.id());
  }

  @PostMapping("/codes/{question}")
  String changeCodes(@PathVariable UUID id, @PathVariable String question, Act act) {
    return save(id, DraftPart.codes(question), act);
  }

  @PostMapping("/lists/{name}")
  String changeList(@PathVariable UUID id, @PathVariable String name, Act act) {
    return save(id, DraftPart.list(name), act);
  }

  private String save(UUID id, DraftPart part, Act act) {
    List<Piece> codes = CodeForms.read(act.form(), codes(id, part));
    boolean stay = !act.form().shown("move").isEmpty() || act.form().ticked("more");
    return act.submit(
        () -> show(id, part, act),
        () -> {
          drafts.change(
              id,
              act.form().version(),
              part,
              form -> DraftEdit.withCodes(form, part, codes),
              act.who());
          act.notice("good", "formdraft.saved");
          return DraftPage.ALL
              + id
              + (stay ? DraftPage.address(part) + "#codes" : "#" + anchor(part));
        },
        () -> CodeForms.stored(codes(id, part)));
  }

  private static String anchor(DraftPart part) {
    return shown(part).toString().replace(' ', '-');
  }

  /** Adds a code list to the form. */
  @PostMapping("/lists")
  String addList(@PathVariable UUID id, Act act) {
    String name = act.form().neededText("name", 60);
    return act.submit(
        () -> act.show("forms/draft/one", pages.of(id, act)),
        () -> {
          if (!FormIds.isPart(name)) {
            throw new Refused("formdraft.refused.id", name).at("name");
          }
          drafts.change(
              id,
              FormDrafts.FRESH,
              DraftPart.list(name),
              form -> {
                if (form.piece("lists").has(name)) {
                  throw new Refused("formdraft.refused.twice", name).at("name");
                }
                return DraftEdit.withCodes(form, DraftPart.list(name), List.of());
              },
              act.who());
          return DraftPage.ALL + id + DraftPage.address(DraftPart.list(name));
        });
  }
}
