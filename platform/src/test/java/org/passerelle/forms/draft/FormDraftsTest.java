package org.passerelle.forms.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.FormImports;
import org.passerelle.forms.FormJudge;
import org.passerelle.forms.Piece;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Drafts are kept part by part; what is finished goes the way of every imported form. */
@OnBothDatabases
class FormDraftsTest {
  @Parameter House house;
  private SignedIn one;
  private SignedIn other;
  private FormDrafts drafts;

  @BeforeEach
  void administrators() {
    one = house.somebody(Role.ADMINISTRATOR);
    other = house.somebody(Role.ADMINISTRATOR);
    drafts = house.get(FormDrafts.class);
  }

  private UUID begun() {
    FormJudge judge = house.get(FormJudge.class);
    int newest =
        house.get(FormDefinitions.class).current("follow-up-short").orElseThrow().version();
    int next = drafts.next("follow-up-short", newest);
    return drafts.begin(
        judge.said("follow-up-short", newest).orElseThrow().with("version", Integer.toString(next)),
        one);
  }

  private static Piece labelled(Piece piece, String label) {
    return piece.with("label", new Piece(Map.of("en", label, "fr", label, "sr", label)));
  }

  @Test
  void whoChangesWhatAColleagueChangedIsToldAndWhoChangesAnotherPartIsNot() {
    UUID id = begun();
    FormDraft draft = drafts.find(id);
    var questions = draft.form().pieces("sections").get(0).pieces("questions");
    DraftPart first = DraftPart.question(questions.get(0).text("id"));
    DraftPart second = DraftPart.question(questions.get(1).text("id"));
    change(id, draft.version(), first, "First", one);
    assertThatThrownBy(() -> change(id, draft.version(), first, "Mine", other))
        .isInstanceOf(ChangedMeanwhile.class);
    change(id, draft.version(), second, "Second", other);
    assertThat(drafts.find(id).version()).isEqualTo(draft.version() + 2);
    change(id, draft.version() + 1, first, "Mine", other);
    assertThat(drafts.changes(id))
        .extracting(FormDraft.Change::part)
        .containsExactly(first.toString(), second.toString(), first.toString());
    assertThat(drafts.changes(id)).extracting(FormDraft.Change::by).contains(other.user());
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from audit_entry where action = 'form.draft-changed' and subject = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isEqualTo(3);
  }

  private void change(UUID id, int opened, DraftPart part, String label, SignedIn who) {
    drafts.change(
        id, opened, part, form -> DraftEdit.change(form, part, p -> labelled(p, label)), who);
  }

  @Test
  void whatIsRefusedLeavesTheDraftAsItWas() {
    UUID id = begun();
    FormDraft draft = drafts.find(id);
    Piece twice = draft.form().pieces("sections").get(0);
    assertThatThrownBy(
            () ->
                drafts.change(
                    id,
                    draft.version(),
                    DraftPart.ORDER,
                    form -> DraftEdit.addSection(form, twice),
                    one))
        .isInstanceOf(Refused.class);
    assertThat(drafts.find(id)).isEqualTo(draft);
    drafts.delete(id, one);
    assertThatThrownBy(() -> drafts.find(id)).isInstanceOf(NotFound.class);
    assertThat(drafts.changes(id)).isEmpty();
  }

  @Test
  void whatIsFinishedIsComparedAndPutIntoUseLikeEveryOther() {
    UUID id = begun();
    FormDraft draft = drafts.find(id);
    DraftPart part =
        DraftPart.question(
            draft.form().pieces("sections").get(0).pieces("questions").get(0).text("id"));
    drafts.change(
        id,
        draft.version(),
        part,
        form -> DraftEdit.change(form, part, p -> p.with("show-if", "nobody = 'yes'")),
        one);
    assertThat(drafts.finish(id, one).problems()).isNotEmpty();
    drafts.change(
        id,
        draft.version() + 1,
        part,
        form ->
            DraftEdit.change(form, part, p -> labelled(p.without("show-if"), "A new question?")),
        one);
    UUID imported = java.util.Objects.requireNonNull(drafts.finish(id, one).id());
    assertThat(drafts.all()).extracting(FormDraft::id).doesNotContain(id);
    FormImports imports = house.get(FormImports.class);
    assertThat(imports.definition(imported).question(part.id()).orElseThrow().label().everywhere())
        .contains("A new question?");
    imports.discard(imported, one);
  }
}
