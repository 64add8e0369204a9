package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.register.Entry;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Pictures of a letter, with the words that say what they show. */
@OnBothDatabases
class LetterPicturesTest {
  @Parameter House house;
  @RegisterExtension final LetterDesk desk = new LetterDesk(() -> house);

  @Test
  void aPictureIsTakenWithItsWordsAndAHostileOneIsNot() throws IOException {
    Browser browser = desk.manager();
    int number = desk.issue(browser);
    String at = "/steer/letters/" + number + "/blocks/letter-" + number + "-text/picture";
    byte[] svg =
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
            .getBytes(StandardCharsets.UTF_8);
    browser.get(at);
    Browser.Answer hostile =
        browser.postFile(at, "file", "bridge.png", svg, "alt.en", "A bridge", "_version", "0");
    assertThat(hostile.status()).isEqualTo(422);
    assertThat(hostile.body()).contains("hold scripts", "A bridge").doesNotContain("<script>alert");
    assertThat(browser.get(at).body()).as("words beside a file are kept").contains("A bridge");
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", png);
    Browser.Answer mute =
        browser.postFile(at, "file", "bridge.png", png.toByteArray(), "_version", "0");
    assertThat(mute.body()).contains("Describe what the picture shows");
    Browser.Answer kept =
        browser.postFile(
            at,
            "file",
            "bridge.png",
            png.toByteArray(),
            "alt.en",
            "A bridge",
            "alt.fr",
            "Un pont",
            "alt.sr",
            "Мост",
            "_version",
            "0");
    assertThat(kept.location()).endsWith("/blocks/letter-" + number + "-text");
    Browser.Answer preview = browser.get("/steer/letters/" + number + "/preview/fr");
    assertThat(preview.body()).contains("alt=\"Un pont\"", "data:image/png;base64,");
    assertThat(preview.header("Content-Security-Policy")).contains("img-src 'self' data:");
    assertThat(browser.get("/steer/letters/" + number).body()).contains("There is no obstacle");
  }

  /** The product ships no ministry: a bridge is drawn until one enters its logo. */
  @Test
  void theMinistryStandsAtTheHeadWithItsLogo() throws IOException {
    Browser browser = desk.manager();
    int number = desk.issue(browser);
    String preview = "/steer/letters/" + number + "/preview/fr";
    assertThat(browser.get(preview).body()).contains("class=\"bridge\"");
    SignedIn who = house.somebody(Role.PROGRAMME_MANAGER);
    String series = "test-series-" + number;
    house.inTransaction(
        () -> {
          Register register = house.get(Register.class);
          Map<String, Object> title = Map.of("en", "Letter", "fr", "Lettre", "sr", "Билтен");
          register.save(
              who,
              Kinds.shipped().find("series").orElseThrow(),
              series,
              0,
              Map.of("title", title),
              "");
          Entry letter = Composer.issue(register.facts(), number).orElseThrow();
          Map<String, Object> content = new LinkedHashMap<>(letter.content());
          content.put("series", series);
          return register.save(who, letter.kind(), letter.id(), letter.revision(), content, "");
        });
    String at = "/steer/letters/series/" + series;
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 150, BufferedImage.TYPE_INT_RGB), "png", png);
    browser.get(at);
    assertThat(browser.postFile(at, "file", "logo.png", png.toByteArray(), "_version", "1").body())
        .contains("Enter the name of the ministry as well");
    browser.get(at);
    Browser.Answer saved =
        browser.postFile(
            at,
            "file",
            "logo.png",
            png.toByteArray(),
            "ministry.en",
            "Ministry of bridges",
            "ministry.fr",
            "Ministère des ponts",
            "ministry.sr",
            "Министарство мостова",
            "_version",
            "1");
    assertThat(saved.location()).isEqualTo("/steer/letters");
    assertThat(browser.get(preview).body())
        .contains("<span>Ministère des ponts</span>", "alt=\"Ministère des ponts\"")
        .doesNotContain("class=\"bridge\"");
    byte[] pdf = browser.bytes(preview + ".pdf");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains("Ministère des ponts");
      assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
    }
    browser.get(at);
    browser.post(at, "ministry.fr", "Ministère des ponts", "without", "yes", "_version", "2");
    assertThat(browser.get(preview).body()).contains("class=\"bridge\"");
  }
}
