package org.passerelle.prosecute.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
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
import org.passerelle.evidence.Version;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.courtfile.CourtFile;
import org.passerelle.prosecute.courtfile.CourtFileScenes;
import org.passerelle.prosecute.courtfile.CourtFiles;
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.EndedWork;
import org.passerelle.work.Work;
import org.passerelle.work.WorkState;

/** What is marked on a page is gone from the copy, and from the version for the defence. */
@OnBothDatabases
@Tag("slow")
class RedactionsTest {
  private static final String NAME = "Quillenbrook";
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private UUID id;
  private UUID source;
  private String at;
  private RoomForms redaction;

  @BeforeEach
  void aPdfThatNamesSomebody() {
    member = Member.of(house, Role.PROSECUTOR);
    who = Staff.signedIn(member.user());
    id = new Scenes(house).begun(who).id();
    source =
        new ExhibitScenes(house)
            .held(id, "a.pdf", ExhibitScenes.pdf("The witness is " + NAME), who);
    at = "/prosecute/investigations/" + id + "/exhibits/" + source;
    redaction = new RoomForms(member.browser(), at + "/redaction");
  }

  private void marked() {
    redaction.sends(
        "", "page", "1", "x", "60", "y", "70", "width", "300", "height", "40", "reason", "P-1");
  }

  private UUID burnt() {
    String work = redaction.sends("/burn");
    Work ended =
        EndedWork.of(
            house.get(BackgroundWork.class),
            UUID.fromString(work.substring("/work/".length())),
            who);
    assertThat(ended.problem()).isEmpty();
    return UUID.fromString(ended.leadsTo().replaceFirst(".*/", ""));
  }

  @Test
  void anAreaIsMarkedByNumbersWithoutAScript() {
    assertThat(new RoomForms(member.browser(), at).shown()).contains(at + "/redaction");
    assertThat(redaction.shown())
        .contains("Page 1 of 1", at + "/page?number=1", "viewBox=\"0 0 612.0 792.0\"")
        .contains("612 by 792 points", "No area is marked.");
    redaction.isTold("This is needed to go on.", "", "page", "1", "x", "60");
    String[] area = {
      "page", "2", "x", "60", "y", "70", "width", "300", "height", "40", "reason", "P-1"
    };
    redaction.isTold("The exhibit has 1 page.", "", area);
    area[1] = "1";
    area[3] = "700";
    redaction.isTold("The area lies outside", "", area);
    marked();
    assertThat(redaction.shown()).contains("Page 1: 300 × 40 at 60, 70", "<rect", "P-1");
    UUID one = house.get(RedactionAreas.class).of(id, source, who).get(0).id();
    redaction.sends("/unmark", "area", one.toString());
    assertThat(redaction.shown()).contains("No area is marked.");
    assertThatThrownBy(() -> house.get(Redactions.class).burn(id, source, who))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("redaction.refused.none");
    UUID text = new ExhibitScenes(house).held(id, new byte[] {65}, who);
    Browser.Answer none =
        member
            .browser()
            .get("/prosecute/investigations/" + id + "/exhibits/" + text + "/redaction");
    assertThat(none.status()).isEqualTo(404);
    Member outside = Member.in(house, who.organisation(), Role.PROSECUTOR);
    assertThat(outside.browser().get(at + "/redaction").status()).isEqualTo(404);
    assertThat(outside.browser().get(at + "/page?number=1").status()).isEqualTo(404);
  }

  @Test
  void whatIsBelowAnAreaIsGoneFromTheCopyAndTheSourceIsAsItWas() throws Exception {
    byte[] before = bytes(source);
    marked();
    UUID copy = burnt();
    Arrived file = house.get(Exhibits.class).waiting(id, copy, who).orElseThrow();
    String made = at.replace(source.toString(), copy.toString());
    RoomForms page = new RoomForms(member.browser(), made);
    assertThat(page.shown())
        .contains("A redacted copy of:", "P-1", "redaction?beside=" + copy, "Discard")
        .doesNotContain(made + "/upload");
    assertThatThrownBy(
            () -> new ExhibitScenes(house).arrived(id, copy, "b.pdf", ExhibitScenes.pdf("b"), who))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("exhibit.refused.burnt");
    assertThatThrownBy(() -> house.get(Derivations.class).unsay(id, copy, who))
        .isInstanceOf(Refused.class);
    house
        .get(ExhibitIntake.class)
        .takeIn(id, copy, file.id(), false, new CustodyWords("Office 3", ""), who);
    try (var document = Loader.loadPDF(bytes(copy))) {
      assertThat(new PDFTextStripper().getText(document)).isBlank();
    }
    assertThat(new String(bytes(copy), StandardCharsets.ISO_8859_1)).doesNotContain(NAME);
    var picture =
        ImageIO.read(
            new ByteArrayInputStream(member.browser().whole(made + "/page?number=1").body()));
    double scale = picture.getWidth() / 612.0;
    assertThat(picture.getRGB((int) (200 * scale), (int) (90 * scale)) & 0xFFFFFF)
        .isLessThan(0x202020);
    assertThat(picture.getRGB((int) (200 * scale), (int) (300 * scale)) & 0xFFFFFF)
        .isGreaterThan(0xF0F0F0);
    assertThat(member.browser().get(at + "/redaction?beside=" + copy).body())
        .contains(made + "/page?number=1", "Page 1 of the redacted copy");
    assertThat(bytes(source)).isEqualTo(before);
    assertThat(house.get(RedactionAreas.class).of(id, source, who)).isEmpty();
    assertThat(new InClear(house).columns(NAME)).isEmpty();
  }

  private byte[] bytes(UUID exhibit) throws Exception {
    try (var in = house.get(Exhibits.class).content(id, exhibit, who).open()) {
      return in.readAllBytes();
    }
  }

  /** Source withheld, copy disclosed: the defence has the copy and none of the words. */
  @Test
  void theDefenceVersionHoldsNoneOfTheRedactedWords() throws Exception {
    house.get(ProtectedPersons.class).enter(id, null, "defence", List.of(NAME), who);
    marked();
    UUID copy = burnt();
    Arrived file = house.get(Exhibits.class).waiting(id, copy, who).orElseThrow();
    house
        .get(ExhibitIntake.class)
        .takeIn(id, copy, file.id(), false, new CustodyWords("Office 3", ""), who);
    DefenceDisclosures disclosures = house.get(DefenceDisclosures.class);
    disclosures.decide(id, source, 0, "withheld", "A witness is protected", who);
    disclosures.decide(id, copy, 0, "disclosed", "", who);
    CourtFileScenes scenes = new CourtFileScenes(house);
    scenes.seal(who);
    assertThat(scenes.worked(id, scenes.draft(id, who, Version.DEFENCE), who).state())
        .isEqualTo(WorkState.DONE);
    CourtFile defence = house.get(CourtFiles.class).of(id, who).get(0);
    assertThat(defence.included()).isEqualTo(1);
    assertThat(defence.exhibits()).isEqualTo(2);
    try (var in = house.get(CourtFiles.class).save(id, defence.id(), who).bytes()) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)).doesNotContain(NAME);
    }
  }
}
