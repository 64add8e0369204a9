package org.passerelle.protect.casework.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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
import org.passerelle.protect.casework.casefile.Sheet;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.due.DueThing;
import org.passerelle.protect.casework.due.Dues;
import org.passerelle.protect.casework.safety.plan.SafetyPaper;
import org.passerelle.protect.casework.safety.plan.SafetyPlan;
import org.passerelle.protect.casework.safety.plan.SafetyPlans;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** Safety plans: agreed, reviewed, and printed on one page without a name. */
@OnBothDatabases
@Tag("slow")
class SafetyPlansTest {
  private static final String LINE = "A line as long as one that somebody writes into such a part.";
  @Parameter House house;
  private Member member;
  private SignedIn lead;
  private UUID caseId;

  @BeforeEach
  void aCase() {
    member = Member.of(house, Role.CASE_MANAGER);
    lead = Staff.signedIn(member.user());
    caseId = SomeCase.in("RS").named("Ljubica Đerković").languages("sr").open(house, lead);
  }

  @Test
  void theNewestCountsAndThoseOfBeforeStay() {
    plans().agree(caseId, words("His car"), in(10), lead);
    assertThat(due()).hasSize(1);
    house.clock().pass(Duration.ofDays(10));
    UUID second = plans().agree(caseId, words("His call, Zlatna Ruka"), in(30), lead);
    assertThat(plans().newest(caseId, lead).orElseThrow().id()).isEqualTo(second);
    assertThat(plans().of(caseId, lead)).hasSize(2);
    assertThat(plans().count(caseId, lead)).isEqualTo(1);
    assertThat(due()).isEmpty();
    house.clock().pass(Duration.ofDays(25));
    assertThat(due()).hasSize(1);
    assertThat(new InClear(house).columns("Zlatna Ruka")).isEmpty();
    house.get(CaseStates.class).close(caseId, "goals_reached", lead);
    assertThat(due()).isEmpty();
    assertThatThrownBy(() -> plans().agree(caseId, words("x"), in(9), lead))
        .hasMessage("cases.refused.closed");
  }

  @Test
  void whatWouldNotFitOnOnePageOrHasPassedIsRefused() {
    assertThatThrownBy(() -> plans().agree(caseId, words("a\n".repeat(7)), in(9), lead))
        .hasMessage("safety.refused.lines");
    assertThatThrownBy(() -> plans().agree(caseId, words("a"), in(-1), lead))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () -> plans().agree(caseId, words("a"), in(9), house.somebody(Role.CASE_MANAGER)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void thePersonGetsOnePageInTheirLanguageWithoutANameOrCode() throws Exception {
    String full = (LINE + "\n").repeat(6).strip();
    plans().agree(caseId, new SafetyPlan.Words(full, full, full, full, full, full), in(20), lead);
    for (String tag : List.of("en", "fr", "sr-Cyrl", "sr-Latn")) {
      Language language = new Language(tag);
      Texts texts = house.get(Languages.class).texts(language);
      SafetyPlan plan = plans().give(caseId, tag, lead);
      byte[] pdf =
          SafetyPaper.of(
                  plan,
                  language,
                  texts,
                  new Moments(texts, ZoneId.of("Europe/Belgrade"), house.clock()))
              .pdf();
      VeraPdf.assertConforms(pdf, "safety plan in " + tag);
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(document.getNumberOfPages()).as(tag).isEqualTo(1);
        assertThat(new PDFTextStripper().getText(document))
            .contains(LINE, texts.text("safety.paper.title"))
            .doesNotContain(
                "Ljubica",
                "Đerković",
                house.get(Cases.class).find(caseId, lead).code(),
                lead.name(),
                lead.organisationName());
      }
    }
    assertThat(
            house.get(CaseJournal.class).newest(caseId, 99).stream()
                .filter(one -> one.kind().equals("safety.given")))
        .hasSize(4);
  }

  /** Otherwise anybody who finds the page would learn whom to pressure. */
  @Test
  void thoseWhoKnowOfThePlanAreNotPrinted() {
    plans().agree(caseId, new SafetyPlan.Words("a", "b", "c", "", "", "Her sister"), in(20), lead);
    Language language = new Language("en");
    Texts texts = house.get(Languages.class).texts(language);
    Sheet sheet =
        SafetyPaper.of(
            plans().newest(caseId, lead).orElseThrow(),
            language,
            texts,
            new Moments(texts, ZoneId.of("Europe/Belgrade"), house.clock()));
    assertThat(sheet.toString()).contains("How I see it").doesNotContain("sister");
  }

  @Test
  void agreedReadAndPrintedInABrowser() throws IOException {
    Browser browser = member.browser();
    String at = "/protect/cases/" + caseId + "/safety-plan";
    assertThat(browser.get(at).body()).contains("No safety plan is agreed");
    browser.get(at + "/edit");
    assertThat(browser.post(at, "signs", "His car").status()).as("no day").isEqualTo(422);
    browser.get(at + "/edit");
    Browser.Answer saved =
        browser.post(
            at,
            "signs",
            "His car",
            "doing",
            "Go out by the yard\nCall",
            "call",
            "192",
            "review",
            in(14).toString());
    assertThat(saved.location()).isEqualTo(at);
    String page = browser.get(at).body();
    assertThat(page)
        .contains("His car", "Go out by the yard", "nothing agreed", "selected")
        .doesNotContain("⟦");
    assertThat(browser.get(at + "/edit").body()).contains("His car");
    browser.get(at);
    Browser.Answer paper = browser.post(at + "/paper", "language", "sr-Latn");
    assertThat(paper.status()).isEqualTo(200);
    assertThat(paper.header("Content-Disposition")).contains("plan.pdf");
    Browser other = Member.of(house, Role.CASE_MANAGER, Role.SUPERVISOR).browser();
    assertThat(other.get(at).status()).isEqualTo(404);
    assertThat(other.get(at + "/edit").status()).isEqualTo(404);
  }

  private static SafetyPlan.Words words(String signs) {
    return new SafetyPlan.Words(signs, "Leave by the yard", "192", "", "", "");
  }

  private List<DueThing> due() {
    return house
        .get(Dues.class)
        .mine(
            lead,
            Duration.ofDays(12),
            false,
            100,
            house.get(Languages.class).texts(new Language("en")))
        .stream()
        .filter(one -> one.kind().equals("safety_plan"))
        .toList();
  }

  private LocalDate in(int days) {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).plusDays(days);
  }

  private SafetyPlans plans() {
    return house.get(SafetyPlans.class);
  }
}
