package org.passerelle.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a machine can keep of the style pages in {@code docs/languages}. */
class HouseStyleTest {
  private static final Pattern FAMILIAR = Pattern.compile("(?iU)\\b(tu|te|toi|ton|tes|tien)\\b");

  /** What a native read as something else, or would not write; the page tells what to write. */
  private static final Pattern NOT_FRENCH =
      Pattern.compile(
          "(?iU)\\bsuperviseur|\\bdigital|\\bréférer\\b|\\bsi connue?\\b|\\bà neuf\\b|\\btraits? bas\\b"
              + "|\\bbases? (?:légale|juridique)|\\b(?:leur|sa|sur une) base\\b"
              + "|\\bdont vous (?:êtes|soyez|faites partie) (?:dans|de)\\b");

  /**
   * « Suspect saisi », « saisir un avoir »: of people and assets it means that they were seized.
   */
  private static final Pattern SEIZED =
      Pattern.compile(
          "(?iU)\\bsaisi(?:r|ssez|e|s)? (?:d’abord )?(?:comme |une? |la )?(?:suspect|avoir|victime|personne)"
              + "|\\b(?:suspect|avoir|victime|personne protégée)s? saisi");

  /** « suspecté(e) », « il ou elle », « celles et ceux ». */
  private static final Pattern BOTH_IN_FRENCH =
      Pattern.compile("(?iU)\\p{L}\\((?:e|es|le|ne|s)\\)|\\bil ou elle\\b|\\bcelles et ceux\\b");

  /** « demandé 3 avril, 14 h 02 »; before a near day {@code FrenchDays} takes the article away. */
  private static final Pattern NO_ARTICLE =
      Pattern.compile("(?U)\\p{L}(?<!\\b(?:le|au|du))[ \u00a0]\\{0");

  private static final Pattern MOMENT_IN =
      Pattern.compile("text\\(\"([a-z0-9.-]+)\",\\s*page\\.moments\\(\\)\\.instant\\(");
  private static final Pattern BUTTON =
      Pattern.compile("<button[^<>]*>[^<>$]*\\$\\{page\\.text\\(\"([a-z0-9.-]+)\"");
  private static final Pattern ORDER = Pattern.compile("(?U)^\\p{L}+ez\\b");
  private static final Pattern BOTH_SEXES = Pattern.compile("(?U)\\p{L}/(ла|а|на|ица|ка)\\b");
  private static final Pattern TWO_SCRIPTS =
      Pattern.compile("\\p{IsCyrillic}\\p{IsLatin}|\\p{IsLatin}\\p{IsCyrillic}");

  /** “2 018”, “2,018”, „2.018”: a year is a name and has no separators. */
  private static final Pattern GROUPED_YEAR =
      Pattern.compile(
          "\\b[12][ ,.\u00a0\u202f]\\d{3}\\b(?=[.]? год)|\\b2[ ,\u00a0\u202f]0[12]\\d\\b");

  /** „У Ваше име”: within a sentence the reader is ви, with a small letter, as in the laws. */
  private static final Pattern CAPITAL_ADDRESS =
      Pattern.compile("(?U)(?<=[\\p{L}\\d,;)] )В(и|ас|ам|ама|аш(а|е|у|ег|ој|ем|им|их|и)?)\\b");

  private static final Pattern PLURAL_IMPERATIVE =
      Pattern.compile("(?U)^(Не )?\\p{L}+(ите|јте)\\b");

  private static final Pattern KEY_OF_A_BUTTON =
      Pattern.compile("\\.(do|save|send|add|begin|edit|enter|open|close|remove|withdraw)$");

  /** The words of the table in {@code docs/languages/sr.md} that are right nowhere. */
  private static final Pattern AVOIDED_SERBIAN =
      Pattern.compile(
          "(?iU)скрининг|тријаж|супервизор|\\bкејс|\\bфајл|склоништ|преступништв|витални интерес"
              + "|ПДФ|ПНГ|ЈПЕГ|УНОДЦ");

  private static final Pattern ONLY_ELSEWHERE =
      Pattern.compile("(?U)[Дд]ијагноз|\\b[Лл]инк|[Зз]акаснел|Passerelle");

  private static final Pattern MONTH_IN_NOMINATIVE =
      Pattern.compile(
          "(?iU)\\b(од|до) (јануар|фебруар|март|април|мај|јун|јул|август"
              + "|септембар|октобар|новембар|децембар)\\b");

  @Test
  void frenchSaysVous() throws IOException {
    assertThat(LanguageFiles.read("fr")).allSatisfy((key, text) -> isFree(key, text, FAMILIAR));
  }

  @Test
  void frenchQuotesWithItsOwnMarks() throws IOException {
    assertThat(LanguageFiles.read("fr"))
        .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("“", "”", "\""));
  }

  @Test
  void frenchAvoidsWhatNobodyWouldWrite() throws IOException {
    assertThat(LanguageFiles.read("fr"))
        .allSatisfy(
            (key, text) -> {
              isFree(key, text, NOT_FRENCH);
              isFree(key, text, SEIZED);
              isFree(key, text, BOTH_IN_FRENCH);
            });
    // a version of a form that was used never changes, so old words stay in those files
    Map<String, String> others = new TreeMap<>(Resources.texts("fr"));
    others.keySet().removeIf(at -> at.startsWith("forms/"));
    assertThat(others).allSatisfy((at, text) -> isFree(at, text, BOTH_IN_FRENCH));
  }

  @Test
  void frenchPutsAnArticleBeforeAMoment() throws IOException {
    Map<String, String> moments = shown(MOMENT_IN);
    assertThat(moments).hasSizeGreaterThan(40);
    assertThat(moments).allSatisfy((key, text) -> isFree(key, text, NO_ARTICLE));
  }

  /** « Enregistrer », not « Enregistrez »; what the reader declares may be in the first person. */
  @Test
  void frenchButtonsAreInTheInfinitive() throws IOException {
    Map<String, String> buttons = shown(BUTTON);
    assertThat(buttons).hasSizeGreaterThan(300);
    assertThat(buttons).allSatisfy((key, text) -> isFree(key, text, ORDER));
  }

  /** „Прочитао/ла”: a sentence is turned so that it fits whoever reads it. */
  @Test
  void serbianNeedsNoStrokeForTwoSexes() throws IOException {
    assertThat(LanguageFiles.read("sr")).allSatisfy((key, text) -> isFree(key, text, BOTH_SEXES));
  }

  @Test
  void serbianSaysViWithASmallLetter() throws IOException {
    assertThat(everySerbianText()).allSatisfy((key, text) -> isFree(key, text, CAPITAL_ADDRESS));
  }

  /**
   * „Сачувај”, as other programs in Serbian do; a whole sentence to the reader says „сачувајте”.
   */
  @Test
  void serbianButtonsAreOneVerbInTheSingular() throws IOException {
    assertThat(LanguageFiles.read("sr"))
        .allSatisfy(
            (key, text) -> {
              if (KEY_OF_A_BUTTON.matcher(key).find() && !text.endsWith(".")) {
                isFree(key, text, PLURAL_IMPERATIVE);
              }
            });
  }

  /** A version of a form that was used never changes, so old words stay in those files. */
  @Test
  void serbianAvoidsTheWordsOfItsPage() throws IOException {
    assertThat(everySerbianText())
        .allSatisfy(
            (key, text) -> {
              if (!key.startsWith("forms/")) {
                isFree(key, text, AVOIDED_SERBIAN);
              }
              isFree(key, text, MONTH_IN_NOMINATIVE);
            });
    assertThat(LanguageFiles.read("sr"))
        .as("a diagnosis is a doctor's, a link is веза, the product is Пасарела")
        .allSatisfy((key, text) -> isFree(key, text, ONLY_ELSEWHERE));
  }

  /** A Latin a or e within a Cyrillic word looks right and is found by no search. */
  @Test
  void noWordMixesTwoScripts() throws IOException {
    assertThat(LanguageFiles.read("sr"))
        .allSatisfy(
            (key, text) -> isFree(key, text.replaceAll("\\{[^{}]*}|\\\\n", " "), TWO_SCRIPTS));
  }

  @Test
  void yearsHaveNoSeparators() throws IOException {
    for (String language : List.of("en", "fr", "sr")) {
      assertThat(LanguageFiles.read(language))
          .allSatisfy((key, text) -> isFree(key, text, GROUPED_YEAR));
    }
  }

  /** Texts of forms, of the register and of what is said to people stand in files of their own. */
  @Test
  void textsOutsideTheLanguageFilesKeepTheSame() throws IOException {
    Map<String, String> french = Resources.texts("fr");
    Map<String, String> serbian = Resources.texts("sr");
    assertThat(french).hasSizeGreaterThan(1_000);
    assertThat(serbian).hasSizeGreaterThan(1_000);
    assertThat(french)
        .allSatisfy(
            (at, text) -> {
              assertThat(text).as(at).doesNotContain("“", "”", "\"");
              isFree(at, text, GROUPED_YEAR);
            });
    assertThat(serbian)
        .allSatisfy(
            (at, text) -> {
              isFree(at, text, BOTH_SEXES);
              isFree(at, text.replaceAll("\\{[^{}]*}", " "), TWO_SCRIPTS);
              isFree(at, text, GROUPED_YEAR);
            });
  }

  /** These were read by natives and meant something else, or nothing. */
  @Test
  void theseTextsSayWhatIsMeant() throws IOException {
    Map<String, String> french = LanguageFiles.read("fr");
    assertThat(french.get("dossier.roles.question.unseen-broker"))
        .as("not everyone, instead of nobody")
        .contains("Ce n’est pas le cas de toutes les personnes");
    assertThat(french).containsEntry("form.optional", "(facultatif)");
    assertThat(french.values())
        .noneMatch(text -> text.contains("Redisposer") || text.contains("n’y fondez rien"));
  }

  @Test
  void everyLanguageHasItsPage() throws IOException {
    for (String language : List.of("en", "fr", "sr")) {
      assertThat(Files.readString(Path.of("../docs/languages", language + ".md")))
          .contains("## Dates and numbers", "## Words to avoid");
    }
  }

  /** The French texts whose keys the templates name in this way. */
  private static Map<String, String> shown(Pattern how) throws IOException {
    Map<String, String> french = LanguageFiles.read("fr");
    Map<String, String> found = new TreeMap<>();
    List<Path> templates;
    try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
      templates = files.filter(file -> file.toString().endsWith(".jte")).toList();
    }
    for (Path template : templates) {
      Matcher named = how.matcher(Files.readString(template));
      while (named.find()) {
        found.put(named.group(1), french.getOrDefault(named.group(1), ""));
      }
    }
    return found;
  }

  private static Map<String, String> everySerbianText() throws IOException {
    Map<String, String> all = new HashMap<>(LanguageFiles.read("sr"));
    all.putAll(Resources.texts("sr"));
    return all;
  }

  private static void isFree(String key, String text, Pattern pattern) {
    assertThat(text).as(key).doesNotContainPattern(pattern);
  }
}
