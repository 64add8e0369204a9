package org.passerelle.protect.casework.cases.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.audit.AuditReader;
import org.passerelle.pages.picture.CleanPicture;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/** Files have descriptions and versions; no version is overwritten. */
@OnBothDatabases
class FileVersionsTest {
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private UUID id;
  private UUID file;

  @BeforeEach
  void aFile() {
    member = Member.of(house, Role.CASE_MANAGER);
    who = Staff.signedIn(member.user());
    id = SomeCase.in("RS").open(house, who);
    file =
        files()
            .add(id, new CaseAttachments.Draft("other", "a.txt", "Her own list"), text("one"), who);
  }

  @Test
  void theNewestIsListedWithTheOlderOnesBelowIt() {
    UUID second = versions().add(id, file, "b.txt", text("two"), who);
    UUID third = versions().add(id, second, "c.txt", text("three"), who);
    UUID other = files().add(id, "other", "d.txt", text("else"), who);
    assertThat(files().listed(id, who))
        .extracting(one -> one.newest().id())
        .containsExactlyInAnyOrder(other, third);
    CaseAttachments.Listed found = versions().find(id, file, who);
    assertThat(found.earlier())
        .extracting(CaseAttachments.CaseFile::id)
        .containsExactly(second, file);
    assertThat(found.description()).isEqualTo("Her own list");
    assertThat(new String(files().open(id, file, who).content(), StandardCharsets.UTF_8))
        .isEqualTo("one");
    assertThat(house.get(CaseNotes.class).written(id)).isEqualTo(2);
    assertThat(house.get(CaseJournal.class).newest(id, 9))
        .extracting(CaseJournal.Line::kind)
        .contains("file.version-added");
  }

  @Test
  void twoVersionsAtOnceAreBothKept() throws Exception {
    AtOnce.all(
        List.of(
            () -> versions().add(id, file, "b.txt", text("two"), who),
            () -> versions().add(id, file, "c.txt", text("three"), who)));
    CaseAttachments.Listed found = versions().find(id, file, who);
    assertThat(found.newest().number()).isEqualTo(3);
    assertThat(found.earlier()).hasSize(2);
  }

  @Test
  void onlyWhoSeesTheCaseDescribesAFileOrAddsAVersion() {
    SignedIn stranger = house.somebody(Role.SUPERVISOR, Role.CASE_MANAGER);
    assertThatThrownBy(() -> versions().add(id, file, "b.txt", text("two"), stranger))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> versions().describe(id, file, "x", stranger))
        .isInstanceOf(NotFound.class);
    UUID elsewhere = SomeCase.in("RS").open(house, who);
    assertThatThrownBy(() -> versions().add(elsewhere, file, "b.txt", text("two"), who))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> versions().add(id, file, "b.txt", new byte[0], who))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aDescriptionIsSealedAndAllGoesWithThePerson() {
    UUID second = versions().add(id, file, "b.txt", text("two"), who);
    versions().describe(id, second, "The list as she has it now", who);
    assertThat(versions().find(id, file, who).description())
        .isEqualTo("The list as she has it now");
    byte[] stored =
        house
            .db()
            .sql("select description from case_file where id = :id")
            .param("id", file)
            .query(byte[].class)
            .single();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("list");
    house
        .get(Erasures.class)
        .erase(
            house.get(Cases.class).find(id, who).person().id(),
            who.organisation(),
            "asked_by_person",
            who.user(),
            house.colleague(who.organisation(), Role.SUPERVISOR));
    assertThat(house.get(Vault.class).holds(second)).isFalse();
    assertThat(
            house
                .db()
                .sql("select count(*) from case_file where series = :id")
                .param("id", file)
                .query(Integer.class)
                .single())
        .isZero();
  }

  /** A thumbnail is shown on request; each access is logged. */
  @Test
  void aPictureIsKnownAgainByASmallCopy() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB), "png", out);
    UUID picture = files().add(id, "other", "letter.png", out.toByteArray(), who);
    byte[] cut = Arrays.copyOf(out.toByteArray(), 200);
    UUID damaged = files().add(id, "other", "cut.png", cut, who);
    CleanPicture.Clean small = files().small(id, picture, who);
    assertThat(small.width()).isEqualTo(480);
    assertThat(house.get(AuditReader.class).entries(id, who.user(), "file.read", 0, 9)).hasSize(1);
    SignedIn stranger = house.somebody(Role.SUPERVISOR, Role.CASE_MANAGER);
    assertThatThrownBy(() -> files().small(id, picture, stranger)).isInstanceOf(NotFound.class);
    for (UUID none : List.of(file, damaged)) {
      assertThatThrownBy(() -> files().small(id, none, who)).isInstanceOf(NotFound.class);
    }
    Browser browser = member.browser();
    String at = "/protect/cases/" + id + "/files/";
    assertThat(browser.get("/protect/cases/" + id + "/notes").body())
        .contains(at + picture + "/small")
        .doesNotContain(at + file + "/small");
    assertThat(browser.get(at + picture + "/small").status()).isEqualTo(200);
    assertThat(browser.get(at + damaged + "/small").status()).isEqualTo(404);
  }

  @Test
  void thePageAsksForOneLineAndKeepsWhatWasTyped() {
    Browser browser = member.browser();
    String notes = "/protect/cases/" + id + "/notes";
    String change = "/protect/cases/" + id + "/files/" + file;
    assertThat(browser.get(notes).body()).contains(change + "/change", "Her own list");
    browser.get(change + "/change");
    Browser.Answer tooLong = browser.post(change + "/description", "description", "x".repeat(201));
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.body()).contains("x".repeat(201));
    assertThat(browser.post(change + "/description", "description", "Now").location())
        .endsWith("/notes");
    browser.get(change + "/change");
    assertThat(browser.postFile(change + "/versions", "file", "n.exe", text("MZ\0")).status())
        .isEqualTo(422);
    assertThat(browser.postFile(change + "/versions", "file", "n.txt", text("new")).location())
        .endsWith("/notes");
    assertThat(browser.get(notes).body()).contains("n.txt", "1 earlier version", "a.txt", "Now");
    assertThat(
            browser
                .postFile(
                    "/protect/cases/" + id + "/files",
                    "file",
                    "e.txt",
                    new byte[0],
                    "description",
                    "Typed before")
                .body())
        .contains("Typed before", "file-error");
  }

  private static byte[] text(String said) {
    return said.getBytes(StandardCharsets.UTF_8);
  }

  private FileVersions versions() {
    return house.get(FileVersions.class);
  }

  private CaseAttachments files() {
    return house.get(CaseAttachments.class);
  }
}
