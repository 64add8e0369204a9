package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
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
        browser.postFile(
            at, "file", "a.png", svg, "alt.en", "A bridge", "people", "none", "_version", "0");
    assertThat(hostile.status()).isEqualTo(422);
    assertThat(hostile.body()).contains("hold scripts", "A bridge").doesNotContain("<script>alert");
    assertThat(browser.get(at).body()).as("words beside a file are kept").contains("A bridge");
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", png);
    Browser.Answer mute =
        browser.postFile(at, "file", "bridge.png", png.toByteArray(), "_version", "0");
    assertThat(mute.status()).isEqualTo(422);
    assertThat(mute.body())
        .contains("Describe what the picture shows", "href=\"#people\"")
        .doesNotContain("href=\"#consent\"");
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
            "people",
            "none",
            "_version",
            "0");
    assertThat(kept.location()).endsWith("/blocks/letter-" + number + "-text");
    Browser.Answer preview = browser.get("/steer/letters/" + number + "/preview/fr");
    assertThat(preview.body()).contains("alt=\"Un pont\"", "data:image/png;base64,");
    assertThat(preview.header("Content-Security-Policy")).contains("img-src 'self' data:");
    assertThat(browser.get("/steer/letters/" + number).body()).contains("There is no obstacle");
  }

  /** A face is published with the word of whoever it belongs to, or not at all. */
  @Test
  void peopleWhoDidNotAgreeHoldTheReleaseBack() throws IOException {
    Browser browser = desk.manager();
    int number = desk.issue(browser);
    String editor = "/steer/letters/" + number;
    String at = editor + "/blocks/letter-" + number + "-text/picture";
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", png);
    browser.get(at);
    Browser.Answer unasked =
        browser.postFile(at, "file", "a.png", png.toByteArray(), words("people", "agreed"));
    assertThat(unasked.status()).isEqualTo(422);
    assertThat(unasked.body()).contains("Note how the people agreed");
    browser.get(at);
    browser.postFile(at, "file", "a.png", png.toByteArray(), words("people", "not-agreed"));
    assertThat(browser.get(editor).body())
        .contains("shows people who did not agree", at + "#people")
        .doesNotContain("There is no obstacle");
    browser.get(at);
    Browser.Answer agreed =
        browser.post(
            at, words("people", "agreed", "consent", "in writing, May 2019", "_version", "1"));
    assertThat(agreed.location()).contains("/blocks/");
    assertThat(browser.get(editor).body()).contains("There is no obstacle");
    house.inTransaction(
        () -> {
          Register register = house.get(Register.class);
          Entry picture =
              register.facts().find("picture", "letter-" + number + "-text").orElseThrow();
          Map<String, Object> content = new LinkedHashMap<>(picture.content());
          content.remove("people");
          return register.save(
              house.somebody(Role.PROGRAMME_MANAGER),
              picture.kind(),
              picture.id(),
              picture.revision(),
              content,
              "");
        });
    assertThat(browser.get(editor).body())
        .as("a picture from before")
        .contains("not said whether people can be recognised");
  }

  /** The caption and the credit are those of the edition; what matters stays on a cut picture. */
  @Test
  void eachEditionHasItsWordsAndTheChosenPart() throws IOException {
    Browser browser = desk.manager();
    int number = desk.issue(browser);
    String editor = "/steer/letters/" + number;
    String at = editor + "/blocks/letter-" + number + "-text/picture";
    BufferedImage drawn = new BufferedImage(600, 200, BufferedImage.TYPE_INT_RGB);
    drawn.setRGB(590, 10, 0xff0000);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(drawn, "png", png);
    browser.get(at);
    browser.postFile(at, "file", "a.png", png.toByteArray(), words("people", "none"));
    browser.get(at);
    browser.post(
        at,
        words(
            "people",
            "none",
            "_version",
            "1",
            "shape",
            "square",
            "focus-across",
            "97",
            "focus-down",
            "5",
            "caption.en",
            "The bridge in May",
            "caption.fr",
            "Le pont en mai",
            "caption.sr",
            "Мост у мају",
            "credits.en",
            "Nikola J.",
            "credits.fr",
            "Nikola J.",
            "credits.sr",
            "Никола Ј."));
    assertThat(browser.get(editor + "/preview/fr").body())
        .contains("Le pont en mai", "Nikola J.", "width=\"200\"", "height=\"200\"");
    assertThat(browser.get(editor + "/preview/sr-Latn").body())
        .contains("Most u maju", "Nikola J.");
    String serbian = browser.get(editor + "/preview/sr-Cyrl").body();
    assertThat(serbian).contains("Мост у мају", "Никола Ј.");
    int from = serbian.indexOf("base64,") + 7;
    byte[] shown = Base64.getDecoder().decode(serbian.substring(from, serbian.indexOf('"', from)));
    BufferedImage part = ImageIO.read(new ByteArrayInputStream(shown));
    assertThat(part.getRGB(190, 10) & 0xffffff).as("the point").isEqualTo(0xff0000);
    browser.get(at);
    assertThat(
            browser
                .post(at, words("people", "none", "_version", "2", "focus-across", "101"))
                .body())
        .contains("focus-across-error");
  }

  private static String[] words(String... more) {
    List<String> fields = new ArrayList<>(List.of("alt.en", "A bridge", "alt.fr", "Un pont"));
    fields.addAll(List.of("alt.sr", "Мост"));
    fields.addAll(List.of(more));
    if (!fields.contains("_version")) {
      fields.addAll(List.of("_version", "0"));
    }
    return fields.toArray(String[]::new);
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
