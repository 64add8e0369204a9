package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.steer.findings.Finding;
import org.passerelle.steer.findings.Findings;
import org.passerelle.storage.House;

/** Where the tests of the letter begin: an issue with one written block, ready to be released. */
final class LetterDesk implements BeforeEachCallback, AfterEachCallback {
  private static final AtomicInteger NUMBERS = new AtomicInteger(200);
  private static final String ANSWERED = "of no matter to the letter";
  private static final List<String> TEXT =
      List.of(
          "heading.en", "On the border",
          "heading.fr", "À la frontière",
          "heading.sr", "На граници",
          "text.en", "A text about the border.",
          "text.fr", "Un texte sur la frontière.",
          "text.sr", "Текст о граници.");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
  private static final Pattern APPROVE =
      Pattern.compile("action=\"(/house/approvals/[0-9a-f-]{36}/approve)\"");
  private final Supplier<House> houses;

  LetterDesk(Supplier<House> houses) {
    this.houses = houses;
  }

  /** Contradictions elsewhere in the register are no matter of these tests: all are answered. */
  @Override
  public void beforeEach(ExtensionContext test) {
    SignedIn who = house().somebody(Role.PROGRAMME_MANAGER);
    Findings findings = house().get(Findings.class);
    findings.answer(who, findings.unresolved().stream().map(Finding::key).toList(), true, ANSWERED);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    forgetTheAnswers();
  }

  private House house() {
    return houses.get();
  }

  /** A number that no issue has. */
  static int number() {
    return NUMBERS.incrementAndGet();
  }

  void forgetTheAnswers() {
    house().db().sql("delete from finding_answer where reason = :r").param("r", ANSWERED).update();
  }

  Browser manager() {
    return Member.of(house(), Role.PROGRAMME_MANAGER).browser();
  }

  /** Two of one organisation: a programme manager, and a member of the committee who approves. */
  record Pair(Browser manager, Browser second) {}

  Pair pair() {
    Member manager = Member.of(house(), Role.PROGRAMME_MANAGER);
    Member second =
        Member.in(house(), manager.user().organisation(), Role.STEERING_MEMBER).nextCode();
    return new Pair(manager.browser(), second.browser());
  }

  /** Asks for the release of the issue as its page shows it. */
  static Browser.Answer ask(Browser browser, String editor, String... fields) {
    List<String> sent = new ArrayList<>(List.of("seen", seen(browser, editor)));
    sent.addAll(List.of(fields));
    return browser.post(editor + "/release", sent.toArray(String[]::new));
  }

  /** What the issue's page says was seen. */
  static String seen(Browser browser, String editor) {
    Matcher seen = SEEN.matcher(browser.get(editor).body());
    assertThat(seen.find()).as("form of the release").isTrue();
    return seen.group(1);
  }

  /** Approves what waits; there is one request. */
  static Browser.Answer approve(Browser second) {
    Matcher form = APPROVE.matcher(second.get("/house/approvals").body());
    assertThat(form.find()).as("request that waits").isTrue();
    return second.post(form.group(1));
  }

  /** An issue with a title and one written block, ready to be released. */
  int issue(Browser browser) {
    int number = number();
    browser.get("/steer/letters/new");
    Browser.Answer begun =
        browser.post(
            "/steer/letters",
            "number",
            Integer.toString(number),
            "date",
            "2019-10",
            "theme.en",
            "the border",
            "theme.fr",
            "la frontière",
            "theme.sr",
            "граница");
    assertThat(begun.location()).isEqualTo("/steer/letters/" + number);
    SignedIn who = house().somebody(Role.PROGRAMME_MANAGER);
    house()
        .inTransaction(
            () -> {
              Register register = house().get(Register.class);
              Entry letter = register.facts().find("letter", "letter-" + number).orElseThrow();
              Map<String, Object> content = new LinkedHashMap<>(letter.content());
              content.put(
                  "title", Map.of("en", "A letter", "fr", "Une lettre", "sr", "Један билтен"));
              return register.save(who, letter.kind(), letter.id(), letter.revision(), content, "");
            });
    browser.get("/steer/letters/" + number);
    Browser.Answer added = browser.post("/steer/letters/" + number + "/blocks", "type", "text");
    assertThat(added.location()).endsWith("/blocks/letter-" + number + "-text");
    browser.get(added.location());
    assertThat(write(browser, added.location(), 1).location())
        .isEqualTo("/steer/letters/" + number + "#letter-" + number + "-text");
    return number;
  }

  static Browser.Answer write(Browser browser, String at, int version, String... more) {
    List<String> fields = new ArrayList<>(TEXT);
    fields.addAll(List.of("_version", Integer.toString(version)));
    for (int i = 0; i < more.length; i += 2) {
      int known = fields.indexOf(more[i]);
      if (known >= 0) {
        fields.set(known + 1, more[i + 1]);
      } else {
        fields.addAll(List.of(more[i], more[i + 1]));
      }
    }
    return browser.post(at, fields.toArray(String[]::new));
  }
}
