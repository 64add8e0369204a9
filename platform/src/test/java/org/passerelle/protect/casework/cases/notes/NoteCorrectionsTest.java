package org.passerelle.protect.casework.cases.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.audit.AuditReader;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A note is corrected by its author or the lead of the case, and the earlier text is kept. */
@OnBothDatabases
class NoteCorrectionsTest {
  @Parameter House house;
  private Member member;
  private SignedIn lead;
  private SignedIn colleague;
  private UUID id;
  private UUID note;

  @BeforeEach
  void aNoteOfAColleague() {
    member = Member.of(house, Role.CASE_MANAGER);
    lead = Staff.signedIn(member.user());
    colleague = another();
    id = SomeCase.in("RS").open(house, lead);
    house.get(CaseTeam.class).add(id, colleague.user(), lead);
    note = notes().note(id, "other", "Met her on Monday", colleague);
  }

  @Test
  void theNewestIsShownAndTheEarlierTextsStayInTheirOrder() {
    corrections().correct(id, note, 1, "Met her on Tuesday", colleague);
    corrections().correct(id, note, 2, "Met her on Wednesday", lead);
    CaseNotes.Note now = notes().notes(id, colleague).get(0);
    assertThat(now.text()).isEqualTo("Met her on Wednesday");
    assertThat(now.user()).as("who wrote it stays").isEqualTo(colleague.user());
    assertThat(now.corrected()).extracting(CaseNotes.Correction::by).isEqualTo(lead.user());
    assertThat(notes().earlier(id, colleague).get(note))
        .extracting(CaseNotes.Earlier::text)
        .containsExactly("Met her on Tuesday", "Met her on Monday");
    assertThat(notes().earlier(id, lead).get(note))
        .extracting(CaseNotes.Earlier::by)
        .containsOnly(colleague.user());
    assertThat(house.get(CaseJournal.class).newest(id, 9))
        .extracting(CaseJournal.Line::kind)
        .contains("note.corrected");
    assertThat(house.get(AuditReader.class).entries(id, lead.user(), "note.corrected", 0, 9))
        .hasSize(1);
  }

  @Test
  void whoNeitherWroteItNorLeadsTheCaseDoesNotCorrectIt() {
    SignedIn third = another();
    assertThatThrownBy(() -> corrections().correct(id, note, 1, "x", third))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> notes().earlier(id, third)).isInstanceOf(NotFound.class);
    house.get(CaseTeam.class).add(id, third.user(), lead);
    assertThatThrownBy(() -> corrections().correct(id, note, 1, "x", third))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> corrections().open(id, note, third)).isInstanceOf(Refused.class);
    UUID elsewhere = SomeCase.in("RS").open(house, third);
    assertThatThrownBy(() -> corrections().correct(elsewhere, note, 1, "x", third))
        .as("a note of another case")
        .isInstanceOf(NotFound.class);
    assertThat(notes().notes(id, lead).get(0).text()).isEqualTo("Met her on Monday");
  }

  @Test
  void whatCorrectsNothingIsRefused() {
    assertThatThrownBy(() -> corrections().correct(id, note, 1, "Met her on Monday", colleague))
        .isInstanceOf(Refused.class);
    assertThat(notes().earlier(id, lead)).isEmpty();
  }

  @Test
  void ofTwoAtOnceOneLearnsOfTheOther() throws Exception {
    List<Boolean> saved =
        AtOnce.all(
            List.of(
                () -> saved("Met her on Tuesday", colleague),
                () -> saved("Met her on Friday", lead)));
    assertThat(saved).containsExactlyInAnyOrder(true, false);
    assertThat(notes().earlier(id, lead).get(note)).hasSize(1);
    assertThat(notes().notes(id, lead).get(0).version()).isEqualTo(2);
  }

  private boolean saved(String text, SignedIn who) {
    try {
      corrections().correct(id, note, 1, text, who);
      return true;
    } catch (ChangedMeanwhile meanwhile) {
      return false;
    }
  }

  @Test
  void earlierTextsAreSealedAndGoWithThePerson() {
    corrections().correct(id, note, 1, "Met her on Tuesday", colleague);
    List<byte[]> stored =
        house
            .db()
            .sql("select content from case_note_before where note = :note")
            .param("note", note)
            .query(byte[].class)
            .list();
    assertThat(new String(stored.get(0), StandardCharsets.ISO_8859_1)).doesNotContain("Monday");
    house
        .get(Erasures.class)
        .erase(
            house.get(Cases.class).find(id, lead).person().id(),
            lead.organisation(),
            "asked_by_person",
            lead.user(),
            house.colleague(lead.organisation(), Role.SUPERVISOR));
    assertThat(
            house
                .db()
                .sql("select count(*) from case_note_before where note = :note")
                .param("note", note)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void thePageKeepsWhatWasTypedAndShowsWhatAColleagueSavedInBetween() {
    Browser browser = member.browser();
    String at = "/protect/cases/" + id + "/notes";
    String correct = at + "/" + note + "/correct";
    assertThat(browser.get(at).body()).contains(correct);
    Browser.Answer opened = browser.get(correct);
    String version = Browser.hidden(opened, "_version");
    assertThat(browser.post(correct, "_version", version, "text", "").status()).isEqualTo(422);
    corrections().correct(id, note, 1, "Met her on Tuesday", colleague);
    Browser.Answer changed =
        browser.post(correct, "_version", version, "text", "Met her on Friday");
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.body()).contains("Met her on Friday", "Met her on Tuesday");
    assertThat(
            browser
                .post(
                    correct,
                    "_version",
                    Browser.hidden(changed, "_version"),
                    "text",
                    "Met her on Friday")
                .location())
        .endsWith("/notes");
    assertThat(browser.get(at).body())
        .contains("Met her on Friday", "Corrected today")
        .doesNotContain("Met her on Tuesday");
    assertThat(browser.get(at + "/" + note).body())
        .contains("Met her on Friday", "Met her on Tuesday", "Met her on Monday");
  }

  private SignedIn another() {
    return Staff.signedIn(Member.in(house, lead.organisation(), Role.CASE_MANAGER).user());
  }

  private NoteCorrections corrections() {
    return house.get(NoteCorrections.class);
  }

  private CaseNotes notes() {
    return house.get(CaseNotes.class);
  }
}
