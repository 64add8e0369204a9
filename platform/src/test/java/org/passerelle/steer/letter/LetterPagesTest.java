package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.audit.AuditReader;
import org.passerelle.register.Entered;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.register.Strategy;
import org.passerelle.steer.findings.Finding;
import org.passerelle.steer.findings.Findings;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Sha256;

/** The letter from its first block to the archive, as a browser without JavaScript goes. */
@OnBothDatabases
class LetterPagesTest {
  @Parameter House house;
  @RegisterExtension final LetterDesk desk = new LetterDesk(() -> house);

  @Test
  void onlyAContradictionOfWhatTheIssueShowsHoldsItBack() {
    Strategy.in(house);
    Browser browser = desk.manager();
    int number = desk.issue(browser);
    desk.forgetTheAnswers();
    assertThat(house.get(Findings.class).unresolved()).isNotEmpty();
    assertThat(browser.get("/steer/letters/" + number).body())
        .contains(
            "There is no obstacle", "more contradictions are open", "href=\"/steer/findings\"")
        .doesNotContain("/steer/findings#f-");

    Map<String, String> words = Map.of("en", "Plan", "fr", "Plan", "sr", "План");
    Map<String, Object> axis = Map.of("title", words);
    Entered register = new Entered(house);
    String plan = register.id("plan");
    register.add("plan", plan, "title", words, "axes-declared", 3, "axes", List.of(axis));
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("letter", "letter-" + number);
    block.put("order", 9);
    block.put("type", "plan");
    block.put("heading", words);
    block.put("subject", List.of("plan:" + plan));
    register.add("letter-block", register.id("block"), block);
    assertThat(browser.get("/steer/letters/" + number).body())
        .contains("Open contradiction: Plan", "/steer/findings#f-");
    assertThat(browser.post("/steer/letters/" + number + "/release").body())
        .contains("to the release");
    register.takeBack();
  }

  @Test
  void spellingInSourcesHoldsNoIssueBack() {
    Strategy.in(house);
    desk.forgetTheAnswers();
    Register register = house.get(Register.class);
    Entry letter = register.facts().find("letter", "letter-12").orElseThrow();
    List<String> held =
        house.get(Releases.class).obstacles(letter).stream()
            .map(ReleaseObstacles.Obstacle::href)
            .filter(href -> href.startsWith("/steer/findings"))
            .toList();
    List<Finding> open = house.get(Findings.class).unresolved();
    assertThat(held).isNotEmpty().hasSizeLessThan(open.size() / 2);
    assertThat(open)
        .filteredOn(finding -> held.contains("/steer/findings#f-" + finding.key()))
        .extracting(Finding::rule)
        .doesNotContain("spelling");
  }

  @Test
  void anIssueIsWrittenReleasedCorrectedAndWithdrawn() {
    LetterDesk.Pair pair = desk.pair();
    Browser browser = pair.manager();
    int number = desk.issue(browser);
    String editor = "/steer/letters/" + number;
    Browser stranger = new Browser(house);
    assertThat(stranger.get("/letters/" + number + "/fr").status()).isEqualTo(404);
    assertThat(browser.get(editor + "/preview/fr").body()).contains("Un texte sur la frontière.");
    assertThat(browser.get(editor + "/preview/sr-Latn").body()).contains("Tekst o granici.");
    assertThat(browser.get(editor + "/preview/en.pdf").header("Content-Type"))
        .isEqualTo("application/pdf");

    assertThat(browser.get(editor).body()).contains("There is no obstacle");
    String waits = "No. " + number + ", October 2019 is not released yet";
    assertThat(browser.get("/").body()).contains(waits);
    assertThat(LetterDesk.ask(browser, editor).location()).isEqualTo(editor);
    assertThat(stranger.get("/letters/" + number + "/fr").status()).isEqualTo(404);
    LetterDesk.approve(pair.second());
    assertThat(browser.get("/").body()).doesNotContain(waits);
    for (String tag : Composer.LANGUAGES) {
      assertThat(stranger.get("/letters/" + number + "/" + tag).status()).as(tag).isEqualTo(200);
    }
    Browser.Answer page = stranger.get("/letters/" + number + "/fr");
    assertThat(page.body()).contains("Un texte sur la frontière.", "data-exit", "lang=\"fr\"");
    Browser.Answer file = stranger.get("/letters/" + number + "/fr.html");
    assertThat(file.header("Content-Disposition")).startsWith("attachment");
    assertThat(stranger.get("/letters").body()).contains(Sha256.of(file.body()));
    assertThat(house.get(AuditReader.class).walk().broken()).isEmpty();

    // what is changed later changes nothing of what was released
    String block = editor + "/blocks/letter-" + number + "-text";
    browser.get(block);
    LetterDesk.write(browser, block, 2, "text.fr", "Un autre texte.", "text.fits", "yes");
    assertThat(stranger.get("/letters/" + number + "/fr").body())
        .contains("Un texte sur la frontière.")
        .doesNotContain("Un autre texte.");
    assertThat(LetterDesk.ask(browser, editor).body()).contains("Give a reason");
    LetterDesk.ask(browser, editor, "reason", "Correction of the French text");
    LetterDesk.approve(pair.second());
    assertThat(stranger.get("/letters/" + number + "/fr").body()).contains("Un autre texte.");
    assertThat(stranger.get("/letters").body())
        .contains("Correction of the French text", "Version 1", "Version 2");

    browser.get(editor);
    browser.post(editor + "/withdraw", "version", "2", "reason", "Too early");
    assertThat(stranger.get("/letters/" + number + "/fr").body())
        .contains("Un texte sur la frontière.");
    assertThat(stranger.get("/letters").body()).contains("Too early");
    browser.get(editor);
    browser.post(editor + "/withdraw", "version", "1", "reason", "Altogether");
    assertThat(stranger.get("/letters/" + number + "/fr").status()).isEqualTo(404);
  }

  @Test
  void aMissingAndAStaleTextHoldAReleaseBackAndSayWhere() {
    Browser browser = desk.manager();
    int number = desk.issue(browser);
    String editor = "/steer/letters/" + number;
    String block = editor + "/blocks/letter-" + number + "-text";
    browser.get(block);
    LetterDesk.write(browser, block, 2, "text.en", "A changed text.", "text.sr", "");
    String body = browser.get(editor).body();
    assertThat(body)
        .contains(
            "There are 2 obstacles",
            "href=\"" + block + "#text.sr\"",
            "href=\"" + block + "#text.fr\"",
            "Serbian missing",
            "French to be checked");
    assertThat(body).doesNotContain(editor + "/release\"");
    assertThat(browser.get("/").body())
        .contains("No. " + number + ", October 2019 is not released yet")
        .containsPattern("(?s)href=\"" + editor + "\".{0,300}There are 2 obstacles");
    Browser.Answer refused = browser.post(editor + "/release");
    assertThat(refused.body()).contains("There are still 2 obstacles");
    assertThat(new Browser(house).get("/letters/" + number + "/en").status()).isEqualTo(404);
    assertThat(browser.get(block).body()).contains("translation to be checked", "id=\"text.sr\"");

    browser.get(block);
    LetterDesk.write(browser, block, 3, "text.en", "A changed text.", "text.fits", "yes");
    assertThat(browser.get(editor).body()).contains("There is no obstacle");
  }

  @Test
  void aFigureWithoutSourceHoldsAReleaseBack() {
    Facts shipped = Facts.shipped();
    Entry figure = shipped.find("figure", "rank").orElseThrow();
    Map<String, Object> bare = new LinkedHashMap<>(figure.content());
    bare.remove("source-words");
    bare.remove("source-publication");
    bare.remove("period");
    bare.remove("caveat");
    Entry letter = shipped.find("letter", "letter-13").orElseThrow();
    Entry block = shipped.find("letter-block", "letter-13-figures").orElseThrow();
    Map<String, Object> shows = new LinkedHashMap<>(block.content());
    shows.put("figures", List.of("rank"));
    Facts facts =
        new Facts(
            List.of(
                letter,
                new Entry(block.kind(), block.id(), 1, shows),
                new Entry(figure.kind(), "rank", 1, bare)));
    assertThat(new TextsAndFigures().of(facts, letter))
        .extracting(ReleaseObstacles.Obstacle::key)
        .containsExactly("letters.obstacle.no-source", "letters.obstacle.no-period");
  }

  @Test
  void theDraftThatComesWithADemonstrationNamesWhatItLacks() {
    Facts shipped = Facts.shipped();
    List<ReleaseObstacles.Obstacle> found =
        new TextsAndFigures().of(shipped, shipped.find("letter", "letter-13").orElseThrow());
    assertThat(found)
        .extracting(ReleaseObstacles.Obstacle::href)
        .contains(
            "/steer/letters/13/blocks/letter-13-editorial#text.fr",
            "/steer/letters/13/blocks/letter-13-round-tables#text.sr");
    assertThat(new TextsAndFigures().of(shipped, shipped.find("letter", "letter-12").orElseThrow()))
        .isEmpty();
  }

  @Test
  void whatIsTypedIntoABlockIsKeptAndTwoWhoWriteItReadBothTexts() {
    Browser browser = desk.manager();
    int number = desk.issue(browser);
    String block = "/steer/letters/" + number + "/blocks/letter-" + number + "-text";
    browser.get(block);
    browser.post("/kept", "_form", block, "_action", block, "text.en", "Half a thought");
    assertThat(browser.get(block).body())
        .contains("Half a thought", "What you typed here and did not send is kept");

    Browser colleague = desk.manager();
    colleague.get(block);
    LetterDesk.write(colleague, block, 2, "text.en", "The colleague’s text.", "text.fits", "yes");
    browser.get(block);
    Browser.Answer late = LetterDesk.write(browser, block, 2, "text.en", "My own text.");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body())
        .contains("The colleague’s text.", "My own text.", "name=\"_version\" value=\"3\"");
    assertThat(LetterDesk.write(browser, block, 3, "text.en", "Both texts.").location())
        .contains("#letter-");
    assertThat(browser.get(block).body()).doesNotContain("did not send is kept");
  }

  @Test
  void blocksMoveAndGoAndAFormSentTwiceActsOnce() {
    Browser browser = desk.manager();
    int number = desk.issue(browser);
    String editor = "/steer/letters/" + number;
    browser.get(editor);
    browser.post(editor + "/blocks", "type", "calendar");
    browser.post(editor + "/blocks", "type", "calendar");
    List<String> order = blocks(browser.get(editor).body(), number);
    assertThat(order).containsExactly("text", "calendar");
    browser.post(editor + "/blocks/letter-" + number + "-calendar/move", "to", "up");
    assertThat(blocks(browser.get(editor).body(), number)).containsExactly("calendar", "text");
    String calendar = editor + "/blocks/letter-" + number + "-calendar";
    browser.post(calendar + "/move", "before", "");
    assertThat(blocks(browser.get(editor).body(), number)).containsExactly("text", "calendar");
    browser.post(calendar + "/move", "before", "letter-" + number + "-gone");
    assertThat(blocks(browser.get(editor).body(), number)).containsExactly("text", "calendar");
    browser.post(calendar + "/move", "before", "letter-" + number + "-text");
    assertThat(blocks(browser.get(editor).body(), number)).containsExactly("calendar", "text");
    browser.get(calendar);
    browser.post(calendar + "/remove", "_version", "4");
    assertThat(blocks(browser.get(editor).body(), number)).containsExactly("text");
  }

  @Test
  void aNewIssueTakesOverTheStructureOfAnother() {
    Browser browser = desk.manager();
    int before = desk.issue(browser);
    int number = LetterDesk.number();
    browser.get("/steer/letters/new");
    browser.post(
        "/steer/letters",
        "number",
        Integer.toString(number),
        "date",
        "2020-01",
        "theme.en",
        "next",
        "theme.fr",
        "suite",
        "theme.sr",
        "даље",
        "from",
        "letter-" + before);
    String body = browser.get("/steer/letters/" + number).body();
    assertThat(blocks(body, number)).containsExactly("text");
    assertThat(body).contains("On the border", "has no text");
  }

  private static List<String> blocks(String body, int number) {
    Matcher items = Pattern.compile("<li id=\"letter-" + number + "-([a-z-]+)\"").matcher(body);
    return items.results().map(m -> m.group(1)).toList();
  }

  @Test
  void whoMayNotWriteReadsOnly() {
    int number = desk.issue(desk.manager());
    String editor = "/steer/letters/" + number;
    Browser member = Member.of(house, Role.STEERING_MEMBER).browser();
    assertThat(member.get(editor).body())
        .contains("On the border")
        .doesNotContain("/blocks\"", "/release\"", editor + "/blocks/");
    assertThat(member.get(editor + "/preview/en").status()).isEqualTo(200);
    assertThat(member.get("/steer/letters/new").status()).isEqualTo(404);
    assertThat(member.post(editor + "/release").status()).isEqualTo(404);
    Browser auditor = Member.of(house, Role.AUDITOR).browser();
    assertThat(auditor.get("/steer/letters").status()).isEqualTo(404);
  }
}
