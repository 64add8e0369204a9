package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.register.Strategy;
import org.passerelle.steer.letter.source.Sources;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What readers will see, beside the form in which it is written, and facts found by typing. */
@OnBothDatabases
class ProofTest {
  @Parameter House house;
  @RegisterExtension final LetterDesk desk = new LetterDesk(() -> house);

  private static String[] typed(String language, String look) {
    return new String[] {
      "heading.en",
      "On the border",
      "heading.fr",
      "À la frontière",
      "heading.sr",
      "На граници",
      "text.en",
      "A <b>presumed victim</b> of the 3e day.",
      "text.fr",
      "Une victime présumée, le 3e jour.",
      "text.sr",
      "Претпостављена жртва.",
      "_version",
      "2",
      "_proof",
      language,
      "_look",
      look
    };
  }

  @Test
  void whatIsTypedIsShownAndNothingIsStored() {
    Strategy.in(house);
    Browser browser = desk.manager();
    int number = desk.issue(browser);
    String block = "letter-" + number + "-text";
    String at = "/steer/letters/" + number + "/blocks/" + block;
    assertThat(browser.get(at).body())
        .contains("data-proof=\"" + at + "/proof\"", "data-facts=\"/steer/letters/facts\"");
    String french = browser.post(at + "/proof", typed("fr", "page")).body();
    assertThat(french)
        .contains(
            "lang=\"fr\"",
            "<span class=\"term\">victime présumée</span>",
            "le 3<sup class=\"ordinal\">e</sup> jour",
            "Personne pour laquelle des indicateurs",
            "presumed victim")
        .doesNotContain("<html", "On the border");
    assertThat(browser.post(at + "/proof", typed("en", "page")).body())
        .contains("&lt;b&gt;", "3e day")
        .doesNotContain("<b>");
    Entry stored = house.get(Register.class).facts().find("letter-block", block).orElseThrow();
    assertThat(stored.revision()).isEqualTo(2);
    assertThat(browser.get(at).body()).doesNotContain("victime présumée");
  }

  @Test
  void amongAllTextsTheOneThatIsWrittenIsShown() {
    Strategy.in(house);
    Browser browser = desk.manager();
    int number = desk.issue(browser);
    String block = "letter-" + number + "-text";
    String at = "/steer/letters/" + number + "/texts";
    assertThat(browser.get(at).body())
        .contains("data-proof=\"" + at + "/proof\"", "data-block=\"" + block + ".\"");
    String[] typed = {
      "_proof",
      "fr",
      "_look",
      "page",
      "_block",
      block,
      block + ".heading.fr",
      "À la frontière",
      block + ".text.fr",
      "Une victime présumée."
    };
    assertThat(browser.post(at + "/proof", typed).body())
        .contains("lang=\"fr\"", "À la frontière", "<span class=\"term\">victime présumée</span>")
        .doesNotContain("<html");
    String[] issue = {
      "_proof",
      "fr",
      "_look",
      "page",
      "_block",
      "letter-" + number,
      "letter-" + number + ".theme.fr",
      "Les routes"
    };
    assertThat(browser.post(at + "/proof", issue).status()).isEqualTo(200);
    for (Entry one : house.get(Register.class).facts().all("letter-block")) {
      if (one.text("letter").equals("letter-12")) {
        issue[5] = one.id();
        assertThat(browser.post("/steer/letters/12/texts/proof", issue).status())
            .as(one.id())
            .isEqualTo(200);
      }
    }
    issue[5] = "letter-12";
    assertThat(browser.post("/steer/letters/12/texts/proof", issue).status()).isEqualTo(200);
    assertThat(browser.post(at + "/proof", issue).status()).isEqualTo(404);
    Entry stored = house.get(Register.class).facts().find("letter-block", block).orElseThrow();
    assertThat(stored.revision()).isEqualTo(2);
  }

  @Test
  void onPaperItIsAPictureOfTheSheet() throws IOException {
    Strategy.in(house);
    Browser browser = desk.manager();
    int number = desk.issue(browser);
    String at = "/steer/letters/" + number + "/blocks/letter-" + number + "-text/proof";
    String answer = browser.post(at, typed("fr", "paper")).body();
    assertThat(answer).contains("alt=\"Sheet 1 as it will be printed\"").doesNotContain("Sheet 2");
    int from = answer.indexOf("base64,") + 7;
    BufferedImage sheet =
        ImageIO.read(
            new ByteArrayInputStream(
                Base64.getDecoder().decode(answer.substring(from, answer.indexOf('"', from)))));
    assertThat(sheet.getWidth()).as("A4 at 96 dots per inch").isBetween(790, 797);
    assertThat(sheet.getHeight()).as("without the white below").isLessThan(600);
  }

  @Test
  void onlyWhoMayWriteIt() {
    Strategy.in(house);
    Browser browser = desk.manager();
    int number = desk.issue(browser);
    String at = "/steer/letters/" + number + "/blocks/letter-" + number + "-text/proof";
    Browser trainer = Member.of(house, Role.TRAINER).browser();
    trainer.get("/");
    assertThat(trainer.post(at, typed("fr", "page")).status()).isEqualTo(404);
    assertThat(trainer.get("/steer/letters/facts?q=vic").status()).isEqualTo(404);
    assertThat(browser.post(at, typed("de", "page")).status()).isEqualTo(404);
  }

  /** The cover has the contents of the whole issue beside what is typed. */
  @Test
  void anEditorialIsShownOnItsCover() {
    Facts facts = Facts.shipped();
    Entry letter = Composer.issue(facts, 12).orElseThrow();
    Entry editorial = facts.find("letter-block", "letter-12-editorial").orElseThrow();
    Entry typed =
        new Entry(
            editorial.kind(),
            editorial.id(),
            1,
            Map.of(
                "letter",
                letter.id(),
                "order",
                1,
                "type",
                "editorial",
                "text",
                Map.of("fr", "Un mot.")));
    Edition edition =
        new Composer(facts, Sources.NONE).composeWith(letter, typed, new Language("fr"));
    assertThat(edition.contents()).hasSizeGreaterThan(5);
    assertThat(edition.sections().get(0).text()).hasSize(1);
    assertThat(Proof.sheets(facts, Sources.NONE, letter, typed, new Language("fr"))).hasSize(1);
  }

  @Test
  void factsAreFoundByTheBeginningsOfTheirWords() {
    Strategy.in(house);
    Browser browser = desk.manager();
    Facts facts = house.get(Register.class).facts();
    Entry figure = facts.find("figure", "penalty-years").orElseThrow();
    String french = figure.name().byLanguage().getOrDefault("fr", "");
    String serbian = figure.name().in(new Language("sr-Latn"));
    for (String sought :
        new String[] {french, serbian, french.toUpperCase(java.util.Locale.ROOT)}) {
      assertThat(
              browser
                  .get(
                      "/steer/letters/facts?q="
                          + java.net.URLEncoder.encode(
                              sought, java.nio.charset.StandardCharsets.UTF_8))
                  .body())
          .as(sought)
          .contains("data-reference=\"[figure:penalty-years]\"", "figure, 7");
    }
    assertThat(browser.get("/steer/letters/facts?q=zzzz").body())
        .contains("No fact of the register");
    assertThat(browser.get("/steer/letters/facts?q=a").body()).doesNotContain("data-reference");
  }
}
