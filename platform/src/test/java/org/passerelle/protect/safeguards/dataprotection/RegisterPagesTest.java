package org.passerelle.protect.safeguards.dataprotection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
import org.passerelle.protect.casework.casefile.CaseSheets.Setting;
import org.passerelle.protect.casework.casefile.Sheet;
import org.passerelle.protect.safeguards.erasure.Retention;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** The register of processing is compiled from what the system stores, keeps and has disclosed. */
@OnBothDatabases
@Tag("slow")
class RegisterPagesTest {
  private static final String REGISTER = "/protect/data-protection/register";
  private static final String ASSESSMENT = "/protect/data-protection/assessment";
  @Parameter House house;

  private Setting setting(String tag) {
    Texts texts = house.get(Languages.class).texts(new Language(tag));
    return new Setting(texts, new Moments(texts, ZoneId.of("Europe/Belgrade"), house.clock()));
  }

  /** The data protection officer of an organisation with its entry. */
  private SignedIn officer() {
    return house.colleague(Staff.organisation(house).id(), Role.DATA_PROTECTION_OFFICER);
  }

  private static Sheet.Part part(Sheet sheet, String id) {
    return sheet.parts().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void itContainsEveryPackageAndEveryRecipient() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "AL", "health");
    scenes.sent(scene, scenes.consent(scene, Set.of("identity", "case"), "adult", null));
    SignedIn officer = house.colleague(scene.sender().organisation(), Role.DATA_PROTECTION_OFFICER);
    house
        .get(Retention.class)
        .keep(Map.of("assistance", 37, "screening", 12, "dossier", 3, "phone", 12), officer);
    Sheet sheet = house.get(RegisterSheet.class).of(setting("en"), officer);
    long rooms =
        house.all(Holdings.class).stream()
            .filter(room -> room.tables().stream().anyMatch(Holdings.Table::holds))
            .map(Holdings::room)
            .distinct()
            .count();
    // each package, and accounts with the log
    assertThat(part(sheet, "purposes").rows()).hasSize((int) rooms + 1);
    assertThat(part(sheet, "purposes").rows().toString()).contains("37 months");
    assertThat(part(sheet, "limits").rows().toString()).contains("37 months after its end");
    assertThat(part(sheet, "recipients").rows()).hasSize(1);
    assertThat(part(sheet, "recipients").rows().toString())
        .contains("Albania", "Assistance, basis: consent, once");
    assertThat(part(sheet, "transfers").rows().toString())
        .contains("No instrument of transfer was named.");
    SignedIn other = officer();
    assertThat(part(house.get(RegisterSheet.class).of(setting("en"), other), "recipients").rows())
        .isEmpty();
  }

  @Test
  void pageAndPaperSayTheSameAndThePersonAddsWhoAnswers() throws IOException {
    Member officer = Member.of(house, Role.DATA_PROTECTION_OFFICER);
    Browser browser = officer.browser();
    Browser.Answer page = browser.get(REGISTER);
    assertThat(page.body()).contains("Contact: not entered yet.");
    assertThat(
            browser
                .post(
                    REGISTER,
                    "contact",
                    "Kneza Mihaila 1",
                    "representative",
                    "Office in Lyon",
                    "_version",
                    Browser.hidden(page, "_version"))
                .location())
        .isEqualTo(REGISTER);
    assertThat(new InClear(house).columns("Kneza Mihaila")).isEmpty();
    assertThat(browser.get(REGISTER).body()).contains("Kneza Mihaila 1", "Office in Lyon");
    // based on an outdated version
    assertThat(browser.post(REGISTER, "contact", "Elsewhere", "_version", "0").status())
        .isEqualTo(409);
    assertThat(text(browser.bytes(REGISTER + ".pdf")))
        .contains("Register of processing activities", "Kneza Mihaila 1", "AES-256");
    assertThat(browser.get(ASSESSMENT).body())
        .contains("Office in Lyon", "anybody who controls the running machine", "AES-256");
    assertThat(text(browser.bytes(ASSESSMENT + ".pdf")))
        .contains("Impact assessment", "Office in Lyon", "article 35(9)");
    Browser other = Member.of(house, Role.SUPERVISOR).browser();
    for (String path : List.of(REGISTER, REGISTER + ".pdf", ASSESSMENT, ASSESSMENT + ".pdf")) {
      assertThat(other.get(path).status()).isEqualTo(404);
    }
  }

  @Test
  void everyLanguageHasAllItsWords() {
    SignedIn officer = officer();
    for (String tag : List.of("en", "fr", "sr-Cyrl", "sr-Latn")) {
      for (Sheet sheet :
          List.of(
              house.get(RegisterSheet.class).of(setting(tag), officer),
              house.get(AssessmentSheet.class).of(setting(tag), officer))) {
        assertThat(sheet.toString()).as(tag).doesNotContain("⟦");
      }
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
