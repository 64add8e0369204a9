package org.passerelle.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.FormJudge;
import org.passerelle.forms.Piece;
import org.passerelle.forms.draft.DraftEdit;
import org.passerelle.forms.draft.DraftPart;
import org.passerelle.forms.draft.FormDrafts;
import org.springframework.stereotype.Component;

/** A form draft that an administrator has begun and not translated yet. */
@Component
class DemoForms {
  private static final String FORM = "follow-up-short";
  private final FormDrafts drafts;
  private final FormDefinitions definitions;
  private final FormJudge judge;

  DemoForms(FormDrafts drafts, FormDefinitions definitions, FormJudge judge) {
    this.drafts = drafts;
    this.definitions = definitions;
    this.judge = judge;
  }

  /** Does nothing if it was done before. */
  void begin(List<DemoHouse.Staff> staff) {
    if (drafts.all().isEmpty()) {
      staff.stream()
          .filter(one -> one.is(Role.ADMINISTRATOR))
          .findFirst()
          .ifPresent(one -> begin(one.who()));
    }
  }

  private void begin(SignedIn who) {
    FormDefinition form = definitions.current(FORM).orElseThrow();
    String section = form.sections().get(0).id();
    Piece draft =
        judge
            .said(FORM, form.version())
            .orElseThrow()
            .with("version", Integer.toString(drafts.next(FORM, form.version())));
    UUID id = drafts.begin(DraftEdit.withCodes(draft, DraftPart.list("ways"), ways()), who);
    Piece question =
        Piece.EMPTY
            .with("id", "how_reached")
            .with("type", "choice")
            .with("label", new Piece(Map.of("en", "How was the person reached?")))
            .with("list", "ways");
    drafts.change(
        id,
        FormDrafts.FRESH,
        DraftPart.question("how_reached"),
        before -> DraftEdit.addQuestion(before, section, question),
        who);
  }

  private static List<Piece> ways() {
    return List.of(
        way("in_person", "In person", "En personne", "Лично"),
        way("by_phone", "By telephone", "Par téléphone", "Телефоном"));
  }

  private static Piece way(String code, String en, String fr, String sr) {
    return Piece.EMPTY
        .with("code", code)
        .with("label", new Piece(Map.of("en", en, "fr", fr, "sr", sr)));
  }
}
