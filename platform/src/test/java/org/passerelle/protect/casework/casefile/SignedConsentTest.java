package org.passerelle.protect.casework.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.paper.VeraPdf;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.signature.Signatures;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A signed consent appears in the printed case file with its signature. */
@OnBothDatabases
class SignedConsentTest {
  @Parameter House house;

  @Test
  void theSignatureIsPrintedUnderTheConsent() throws Exception {
    SignedIn who = Staff.signedIn(Member.of(house, Role.CASE_MANAGER).user());
    UUID id = SomeCase.in("RS").open(house, who);
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    UUID consent =
        house
            .get(Consents.class)
            .record(
                id,
                new ConsentDraft(
                    true,
                    "legal_aid",
                    who.organisation(),
                    Set.of("health"),
                    "adult",
                    null,
                    "sq",
                    false,
                    null,
                    today,
                    today,
                    ""),
                who);
    ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 120, BufferedImage.TYPE_INT_RGB), "png", drawn);
    house.get(Signatures.class).add(id, consent, Signatures.FINGER, drawn.toByteArray(), who);
    Texts texts = house.get(Languages.class).texts(new Language("en"));
    CaseSheets.Setting setting =
        new CaseSheets.Setting(texts, new Moments(texts, ZoneId.of("UTC"), house.clock()));
    byte[] pdf = house.get(CaseSheets.class).print(id, Set.of("consents"), setting, who).pdf();
    VeraPdf.assertConforms(pdf, "signed");
    try (PDDocument paper = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(paper)).contains("Signed on the screen, ");
      assertThat(paper.getPage(0).getResources().getXObjectNames()).hasSize(1);
    }
  }
}
