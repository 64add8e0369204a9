package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** Files uploaded by a guest harm neither the sender nor their colleagues. */
@OnBothDatabases
@Tag("slow")
class LetterboxFilesTest {
  private static final byte[] TEXT = "Report of the visit".getBytes(StandardCharsets.UTF_8);
  @Parameter House house;
  private LetterboxScenes scenes;
  private UUID id;

  @BeforeEach
  void aDossier() {
    scenes = new LetterboxScenes(house);
    UUID file = scenes.file();
    id = scenes.sent(file, scenes.basis(file));
  }

  @AfterEach
  void quiet() {
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
  }

  @Test
  void theNumberOfFilesIsLimited() {
    for (int i = 0; i < Letters.MOST_FILES; i++) {
      leave("report " + i + ".txt", TEXT);
    }
    assertThatThrownBy(() -> leave("one more.txt", TEXT))
        .isInstanceOf(Refused.class)
        .hasMessage("letterbox.refused.files");
    assertThat(files()).hasSize(Letters.MOST_FILES);
  }

  @Test
  void theTotalSizeIsLimited() {
    byte[] large = "a line of a report\n".repeat(500_000).getBytes(StandardCharsets.UTF_8);
    for (long left = Letters.MOST_OCTETS; left >= large.length; left -= large.length) {
      leave("large.txt", large);
    }
    assertThatThrownBy(() -> leave("one more.txt", large)).isInstanceOf(Refused.class);
    // the page lists them without opening one, and access can be closed there
    damageContents();
    String at = "/protect/letterboxes/" + id;
    assertThat(scenes.sender.browser().get(at).body()).contains("large.txt");
    assertThat(scenes.sender.browser().post(at + "/end").location()).isEqualTo(at);
    assertThat(scenes.sender.browser().get(at).status()).isEqualTo(200);
  }

  @Test
  void aFileThatAnEarlierVersionKeptIsTakenOut() {
    DepositedDossier dossier = house.get(DepositedDossierRows.class).find(id).orElseThrow();
    UUID old = house.get(Identifiers.class).next();
    house.inTransaction(
        () ->
            house
                .get(DepositedDossierRows.class)
                .put(
                    dossier,
                    old,
                    true,
                    DepositedDossierRows.FILE,
                    "{\"name\":\"old.txt\",\"content\":\"%s\"}"
                        .formatted(Base64.getEncoder().encodeToString(TEXT))));
    Letters.Opened opened = house.get(Letters.class).open(dossier, old).orElseThrow();
    assertThat(opened.name()).isEqualTo("old.txt");
    assertThat(opened.content()).isEqualTo(TEXT);
    leave("new.txt", TEXT);
    assertThat(files()).extracting(DepositedDossier.Left::name).containsExactly("", "new.txt");
  }

  @Test
  void aNameThatTurnsItsLettersRoundIsStraightenedAndEndsAsItsContentSays() {
    leave("report\u202Etxt.exe", TEXT);
    leave("page.html", TEXT);
    assertThat(files())
        .extracting(DepositedDossier.Left::name)
        .containsExactly("reporttxt.exe.txt", "page.html.txt");
  }

  @Test
  void aPageOfTheWebAndAPdfWithScriptsAreRefused() {
    refused("note.txt", text("Dear colleague\n<ScRiPt>fetch('/')</ScRiPt>"), "markup");
    refused("a.pdf", text("%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj"), "script");
    refused("a.pdf", text("%PDF-1.7\n1 0 obj<</S/J#61vaScript/JS(x)>>endobj"), "script");
    refused("a.pdf", text("%PDF-1.7\ntrailer<</Encrypt 3 0 R>>"), "locked");
    refused("a.pdf", packed("1 0 <</OpenAction<</S/JavaScript/JS(x)>>>>"), "script");
    leave("a.pdf", packed("1 0 <</Type/Catalog>>"));
  }

  /** A forged form uses the identifier of a file as its own token. */
  @Test
  void aTokenThatIsAFilesIdentifierSaysNothing() {
    leave("report.txt", TEXT);
    UUID file = files().get(0).id();
    Browser guest = scenes.guest(id);
    String page = guest.get("/letterbox").body();
    String csrf = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    for (String act : List.of("write", "take")) {
      Browser.Answer answer =
          guest.postBare(
              "/letterbox/acts/" + act,
              "_csrf",
              csrf,
              "_once",
              file.toString(),
              "text",
              "Again",
              "contact",
              "Ms K.");
      assertThat(answer.status()).as(act).isLessThan(500);
    }
    assertThat(guest.get("/letterbox").body()).contains("report.txt");
  }

  private void leave(String name, byte[] content) {
    house.get(GuestActs.class).leave(id, house.get(Identifiers.class).next(), name, content);
  }

  private void refused(String name, byte[] content, String why) {
    assertThatThrownBy(() -> leave(name, content))
        .isInstanceOf(Refused.class)
        .hasMessage("cases.refused.file-" + why);
  }

  private List<DepositedDossier.Left> files() {
    return house
        .get(Letters.class)
        .files(house.get(DepositedDossierRows.class).find(id).orElseThrow());
  }

  private void damageContents() {
    house
        .db()
        .sql("update letterbox_item set content = :nothing where referral = :id and kind = :file")
        .param("nothing", new byte[] {1})
        .param("id", id)
        .param("file", DepositedDossierRows.FILE)
        .update();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(String objects) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed)) {
      deflated.write(text(objects));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes(text("%PDF-1.7\n2 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\n"));
    pdf.writeBytes(packed.toByteArray());
    pdf.writeBytes(text("\nendstream endobj\n%%EOF"));
    return pdf.toByteArray();
  }
}
