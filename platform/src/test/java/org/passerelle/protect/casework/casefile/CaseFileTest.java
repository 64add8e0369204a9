package org.passerelle.protect.casework.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.paper.VeraPdf;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.casework.cases.notes.NoteCorrections;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.safeguards.erasure.StoredDataReport;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The printed file of a case, the copy for the person, and the list of disclosures. */
@OnBothDatabases
class CaseFileTest {
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private UUID id;
  private UUID note;
  private UUID other;

  @BeforeEach
  void aCase() {
    member = Member.of(house, Role.CASE_MANAGER);
    who = Staff.signedIn(member.user());
    id =
        SomeCase.in("RS")
            .form("sexual")
            .since(LocalDate.of(2026, 1, 5))
            .safe("yes")
            .told(new CaseDetails("Neva", "She came by herself.", "Speak softly.", ""))
            .named("Љубица Đerković")
            .born("2004-05")
            .reachedBy("+381 60 1")
            .gender("female")
            .nationalities("RS", "XK")
            .languages("sr")
            .open(house, who);
    note = house.get(CaseNotes.class).note(id, "other", "Wants to learn to sew.", who);
    other = house.get(CaseNotes.class).note(id, "other", "Her cousin M. said otherwise.", who);
  }

  /** Item 18: free text in place of a code never reaches the log, where it would be permanent. */
  @Test
  void aForgedReasonIsNotLogged() {
    Browser browser = member.browser();
    String at = "/protect/cases/" + id + "/copy";
    for (String[] notes :
        new String[][] {{"note", note.toString(), "note", other.toString()}, {"note", "x"}}) {
      browser.get(at);
      List<String> fields = new java.util.ArrayList<>(List.of(notes));
      fields.addAll(List.of("language", "en", "reason", "Her shelter is at Lipov Lad"));
      browser.post(at, fields.toArray(String[]::new));
    }
    List<String> details =
        house
            .db()
            .sql("select detail from audit_entry where user_id = :user")
            .param("user", who.user())
            .query(String.class)
            .list();
    assertThat(details)
        .anyMatch(detail -> detail.contains("withheld=0"))
        .noneMatch(detail -> detail.contains("Lipov"));
  }

  @Test
  void thePrintHoldsWhatWasChosenAndSaysWhoPrintedIt() throws Exception {
    for (String tag : List.of("en", "fr", "sr-Cyrl", "sr-Latn")) {
      byte[] pdf = sheets().print(id, new HashSet<>(CaseSheets.PARTS), setting(tag), who).pdf();
      VeraPdf.assertConforms(pdf, "print in " + tag);
      keep(pdf, "case-" + tag);
    }
    String text = text(sheets().print(id, Set.of("facts", "decisions"), setting("en"), who).pdf());
    assertThat(text)
        .contains("She came by herself.", "printed by", who.name(), "Nothing recorded")
        .doesNotContain("Љубица", "cousin", "+381");
    assertThat(lines("case.printed")).isEqualTo(5);
    assertThatThrownBy(() -> sheets().print(id, Set.of("x"), setting("en"), who))
        .isInstanceOf(Refused.class);
    SignedIn stranger = house.somebody(Role.SUPERVISOR);
    assertThatThrownBy(() -> sheets().print(id, Set.of("facts"), setting("en"), stranger))
        .isInstanceOf(NotFound.class);
  }

  /** A correction does not delete the earlier text: the person receives both. */
  @Test
  void aCorrectedNoteIsPrintedInItsCurrentTextAndCopiedWithEarlierOnes() throws Exception {
    house.get(NoteCorrections.class).correct(id, note, 1, "Wants to learn to weave.", who);
    assertThat(text(sheets().print(id, Set.of("notes"), setting("en"), who).pdf()))
        .contains("learn to weave.", "Corrected ", ", by " + who.name())
        .doesNotContain("learn to sew.");
    assertThat(text(sheets().copy(id, Set.of(note), "rights_of_others", setting("en"), who).pdf()))
        .contains("learn to weave.", "learn to sew.")
        .contains("What notes said before they were corrected: 1 entry");
    assertThat(member.browser().get("/protect/cases/" + id + "/copy").body())
        .contains("learn to weave.", "learn to sew.");
    assertThat(text(sheets().copy(id, Set.of(other), "rights_of_others", setting("en"), who).pdf()))
        .doesNotContain("learn to");
  }

  @Test
  void theCopyIsInTheirLanguageAndSaysWhatIsWithheldAndWhy() throws Exception {
    byte[] pdf = sheets().copy(id, Set.of(note), "rights_of_others", setting("sr-Cyrl"), who).pdf();
    VeraPdf.assertConforms(pdf, "copy");
    keep(pdf, "copy-sr");
    String text = text(pdf);
    assertThat(text)
        .contains("Ваш предмет", "Љубица Đerković", "Wants to learn to sew.", "1 радна белешка")
        .doesNotContain("cousin");
    assertThatThrownBy(() -> sheets().copy(id, Set.of(note), "", setting("en"), who))
        .isInstanceOf(Refused.class);
    assertThat(text(sheets().copy(id, Set.of(note, other), "", setting("fr"), who).pdf()))
        .contains("Rien ne vous est caché")
        .containsPattern("Notes\\h: 2 entrées, la plus ancienne du ")
        .contains("Kosovo : cette désignation");
    assertThat(text).containsPattern("2 уноса, најстарији од [0-9]{1,2}\\. \\p{L}+а 2");
    member.browser().get("/protect/cases/" + id + "/copy");
    UUID elsewhere = SomeCase.in("RS").named("M.").open(house, who);
    assertThat(text(sheets().copy(elsewhere, Set.of(), "", setting("en"), who).pdf()))
        .as("a footnote stands where its country does")
        .doesNotContain("Kosovo");
    assertThat(lines("case.copy-given")).isEqualTo(3);
  }

  @Test
  void requestsOfOtherOrganisationsAreNotInTheCopy() throws Exception {
    assertThat(text(sheets().copy(id, Set.of(note, other), "", setting("en"), who).pdf()))
        .contains("She came by herself.");
    house
        .db()
        .sql("update protect_case set referred_by = :sender where id = :id")
        .param("sender", Staff.organisation(house).id())
        .param("id", id)
        .update();
    assertThat(text(sheets().copy(id, Set.of(note, other), "", setting("en"), who).pdf()))
        .contains("How the person came")
        .doesNotContain("She came by herself.");
    assertThat(text(sheets().print(id, Set.of("facts"), setting("en"), who).pdf()))
        .contains("She came by herself.");
  }

  @Test
  void whoReceivedWhatIsReadByTheTeamAndTheOfficerAlone() {
    sheets().print(id, Set.of("facts"), setting("en"), who);
    Browser browser = member.browser();
    String at = "/protect/cases/" + id + "/disclosures";
    assertThat(browser.get(at).body()).contains("One disclosure", "the team, on paper", who.name());
    Member officer = Member.in(house, who.organisation(), Role.DATA_PROTECTION_OFFICER);
    assertThat(officer.browser().get(at).body())
        .contains("the team, on paper")
        .doesNotContain("Neva");
    String code = house.get(Cases.class).find(id, who).code();
    assertThat(officer.browser().get("/protect/disclosures?code=" + code).location()).isEqualTo(at);
    String said = code.toLowerCase(Locale.ROOT).replace('-', '+');
    assertThat(officer.browser().get("/protect/disclosures?code=" + said).location()).isEqualTo(at);
    assertThat(Member.of(house, Role.DATA_PROTECTION_OFFICER).browser().get(at).status())
        .isEqualTo(404);
    assertThat(Member.in(house, who.organisation(), Role.CASE_MANAGER).browser().get(at).status())
        .isEqualTo(404);
  }

  /** Article 15: what every package stores, in words and numbers; no content and nobody else. */
  @Test
  void storedDataAreListedForTheOfficerAndInTheCopy() throws Exception {
    String at = "/protect/cases/" + id + "/held";
    Member officer = Member.in(house, who.organisation(), Role.DATA_PROTECTION_OFFICER);
    String page =
        officer.browser().get(at).body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    assertThat(page)
        .contains(
            "Kind of entry Entries The oldest of",
            "Notes 2 ",
            "Nationalities 2 not dated",
            "60 months after the person’s last case was closed",
            "Entries of the log")
        .doesNotContain("Љубица", "Neva", "sew", "cousin", "+381 60 1", "⟦");
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from audit_entry where subject = :id and action = 'held.read'")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    String code = house.get(Cases.class).find(id, who).code();
    assertThat(officer.browser().get("/protect/disclosures?held=yes&code=" + code).location())
        .isEqualTo(at);
    assertThat(Member.of(house, Role.DATA_PROTECTION_OFFICER).browser().get(at).status())
        .isEqualTo(404);
    assertThat(Member.in(house, who.organisation(), Role.CASE_MANAGER).browser().get(at).status())
        .isEqualTo(404);
    assertThat(text(sheets().copy(id, Set.of(note, other), "", setting("en"), who).pdf()))
        .contains("part of the system stores about you", "Notes: 2 entries, the oldest of")
        .contains("Nothing is withheld from you")
        .doesNotContain("⟦");
    assertThat(
            text(sheets().copy(id, Set.of(note, other), "proceedings", setting("en"), who).pdf()))
        .contains("What other parts of the system store because")
        .doesNotContain("Nothing is withheld", "Networks");
  }

  /** A person who appears in another's file is not told so, since that would reveal the file. */
  @Test
  void whatIsHeldOfAPersonTellsNothingOfTheFilesOfOthers() {
    UUID theirs = SomeCase.in("RS").named("Another").open(house, who);
    UUID person = house.get(Cases.class).find(id, who).person().id();
    StoredDataReport held = house.get(StoredDataReport.class);
    var before = held.of(person, who).stream().filter(r -> r.name().equals("cases")).toList();
    house
        .get(Relations.class)
        .add(
            theirs,
            SomeCase.in("RS").named("M.").person(),
            "guardian",
            "guardian",
            true,
            false,
            null,
            who);
    house
        .db()
        .sql("update person_relation set other = :me where person = :them")
        .param("me", person)
        .param("them", house.get(Cases.class).find(theirs, who).person().id())
        .update();
    house
        .db()
        .sql("update case_role set person = :me where case_id = :theirs")
        .param("me", person)
        .param("theirs", theirs)
        .update();
    assertThat(held.of(person, who).stream().filter(r -> r.name().equals("cases")).toList())
        .isEqualTo(before);
  }

  private CaseSheets sheets() {
    return house.get(CaseSheets.class);
  }

  private CaseSheets.Setting setting(String tag) {
    Texts texts = house.get(Languages.class).texts(new Language(tag));
    return new CaseSheets.Setting(
        texts, new Moments(texts, ZoneId.of("Europe/Belgrade"), house.clock()));
  }

  private static void keep(byte[] pdf, String name) throws IOException {
    Files.createDirectories(Path.of("target/paper"));
    Files.write(Path.of("target/paper", name + ".pdf"), pdf);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private int lines(String action) {
    return house
        .db()
        .sql("select count(*) from audit_entry where user_id = :user and action = :action")
        .param("user", who.user())
        .param("action", action)
        .query(Integer.class)
        .single();
  }
}
