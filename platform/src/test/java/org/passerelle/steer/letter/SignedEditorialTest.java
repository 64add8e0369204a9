package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Who signs stands below an editorial that is marked as signed, and agreed to it. */
@OnBothDatabases
class SignedEditorialTest {
  static final Map<String, String> WORDS =
      Map.of("en", "Ana Most, Minister", "fr", "Ana Most, ministre", "sr", "Ана Мост, министарка");

  @Parameter House house;
  @RegisterExtension final LetterDesk desk = new LetterDesk(() -> house);

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }

  private static String[] sent(int version, String consent, String... more) {
    List<String> fields = new ArrayList<>(List.of("_version", Integer.toString(version)));
    WORDS.forEach((language, words) -> fields.addAll(List.of("signatory." + language, words)));
    fields.addAll(List.of("consent", consent));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  /** An issue of a series of its own, with a signed editorial. */
  private int signedIssue(Browser browser) {
    int number = desk.issue(browser);
    SignedIn who = house.somebody(Role.PROGRAMME_MANAGER);
    house.inTransaction(
        () -> {
          Register register = house.get(Register.class);
          Map<String, Object> title = Map.of("en", "Letter", "fr", "Lettre", "sr", "Билтен");
          register.save(
              who,
              Kinds.shipped().find("series").orElseThrow(),
              "signed-" + number,
              0,
              Map.of("title", title),
              "");
          Entry letter = Composer.issue(register.facts(), number).orElseThrow();
          Map<String, Object> content = new LinkedHashMap<>(letter.content());
          content.put("series", "signed-" + number);
          register.save(who, letter.kind(), letter.id(), letter.revision(), content, "");
          Entry block =
              register.facts().find("letter-block", "letter-" + number + "-text").orElseThrow();
          Map<String, Object> signed = new LinkedHashMap<>(block.content());
          signed.put("type", "editorial");
          signed.put("signed", true);
          return register.save(who, block.kind(), block.id(), block.revision(), signed, "");
        });
    return number;
  }

  @Test
  void portraitSignatureAndNameStandBelowItOncePeopleAgreed() throws IOException {
    Browser browser = desk.manager();
    int number = signedIssue(browser);
    String editor = "/steer/letters/" + number;
    String at = "/steer/letters/series/signed-" + number + "/signatory";
    assertThat(browser.get(editor).body())
        .contains("nobody is entered who signs", "href=\"" + at + "#signatory\"");
    browser.get(at);
    Browser.Answer unasked = browser.postFile(at, "portrait", "a.png", png(400, 800), sent(1, ""));
    assertThat(unasked.status()).isEqualTo(422);
    assertThat(unasked.body()).contains("Note how the person agreed", "href=\"#consent\"");
    browser.get(at);
    Browser.Answer nameless =
        browser.postFile(at, "portrait", "a.png", png(400, 800), "consent", "x", "_version", "1");
    assertThat(nameless.body()).contains("Enter name and function as well");
    browser.get(at);
    Browser.Answer hostile =
        browser.postFile(
            at,
            "signature",
            "a.svg",
            "<svg/>".getBytes(StandardCharsets.UTF_8),
            sent(1, "in writing"));
    assertThat(hostile.status()).isEqualTo(422);
    assertThat(hostile.body()).contains("href=\"#signature\"");
    browser.get(at);
    browser.postFile(at, "portrait", "a.png", png(400, 800), sent(1, "in writing, May 2019"));
    browser.get(at);
    Browser.Answer saved =
        browser.postFile(at, "signature", "b.png", png(600, 150), sent(2, "in writing, May 2019"));
    assertThat(saved.location()).isEqualTo("/steer/letters");
    assertThat(browser.get(editor).body()).contains("There is no obstacle");
    assertThat(browser.get(editor + "/preview/fr").body())
        .contains(
            "class=\"name\">Ana Most, ministre",
            "alt=\"Portrait\u00a0: Ana Most, ministre\"",
            "alt=\"Signature\u00a0: Ana Most, ministre\"",
            "width=\"400\" height=\"500\"");
    assertThat(browser.get(editor + "/preview/sr-Latn").body())
        .contains("Portret: Ana Most, ministarka");
    try (PDDocument document = Loader.loadPDF(browser.bytes(editor + "/preview/en.pdf"))) {
      assertThat(new PDFTextStripper().getText(document)).contains("Ana Most, Minister");
      int images = 0;
      for (COSName name : document.getPage(0).getResources().getXObjectNames()) {
        images += document.getPage(0).getResources().isImageXObject(name) ? 1 : 0;
      }
      assertThat(images).as("on the cover").isEqualTo(2);
    }
    assertThat(browser.bytes(at + "/portrait")).isNotEmpty();
    assertThat(browser.get(at + "/logo").status()).isEqualTo(404);
    browser.get(at);
    browser.post(at, sent(3, "in writing", "without-portrait", "yes"));
    assertThat(browser.get(editor + "/preview/en").body())
        .contains("Signature: Ana Most")
        .doesNotContain("Portrait: Ana");
  }

  @Test
  void onlyWhoWritesTheLetterEntersIt() {
    Browser browser = desk.manager();
    int number = signedIssue(browser);
    Browser trainer = Member.of(house, Role.TRAINER).browser();
    String at = "/steer/letters/series/signed-" + number + "/signatory";
    assertThat(trainer.get(at).status()).isEqualTo(404);
    assertThat(trainer.get(at + "/portrait").status()).isEqualTo(404);
    trainer.get("/");
    assertThat(trainer.post(at, sent(1, "x")).status()).isEqualTo(404);
  }

  /** A text is signed by whoever read it: a copy begins without. */
  @Test
  void aCopyIsNotSigned() {
    Browser browser = desk.manager();
    int from = signedIssue(browser);
    int number = LetterDesk.number();
    browser.get("/steer/letters/new");
    browser.post(
        "/steer/letters",
        "number",
        Integer.toString(number),
        "date",
        "2020-01",
        "theme.en",
        "the border",
        "theme.fr",
        "la frontière",
        "theme.sr",
        "граница",
        "from",
        "letter-" + from,
        "texts",
        "yes");
    Facts facts = house.get(Register.class).facts();
    assertThat(Composer.blocks(facts, Composer.issue(facts, number).orElseThrow()))
        .singleElement()
        .satisfies(block -> assertThat(block.has("signed")).isFalse());
  }
}
