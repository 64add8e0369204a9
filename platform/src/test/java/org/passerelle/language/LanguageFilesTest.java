package org.passerelle.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text a person sees exists in every language, and none stands bare in a template. */
class LanguageFilesTest {
  private static final Path LANGUAGES = Path.of("src/main/resources/language");
  private static final Pattern KEY =
      Pattern.compile("(?:page\\.)?text\\(\\s*\"([a-z0-9_-]+\\.[a-z0-9_.-]+)\"\\s*[,)]");
  private static final Pattern SCREENING = Pattern.compile("(?i)\\bscreening");
  private static final Pattern CHECK = Pattern.compile("(?i)\\b(check|verif)");
  private static final Pattern BARE =
      Pattern.compile(
          "(?<=[^\\s\u00a0\u202f])[ \u202f]:(?=[\\s\u00a0)»”’}]|$)|(?<=[^\\s\u00a0\u202f])[ \u00a0][;?!](?=[\\s\u00a0)»”’}]|$)|«[ \u202f]|[ \u202f]»");

  /** A sign without the space that belongs before it, or a quotation mark without that inside. */
  private static final Pattern TIGHT =
      Pattern.compile("[\\p{L}\\p{N}»”’)][:;?!](?=\\s|$)|«(?=[\\p{L}\\p{N}])|[\\p{L}\\p{N}]»");

  /** Titles of papers in English, and lines that a program writes or reads. */
  private static final Set<String> NOT_FRENCH =
      Set.of(
          "dossier.paper.3",
          "dossier.paper.6",
          "dossier.paper.9",
          "match.travel.hint",
          "match.refused.travel",
          "networkfile.no-lines",
          "networkfile.no-lines-in-part");

  /** A French text in YAML, with its quotation marks if it has any. */
  private static final Pattern FRENCH =
      Pattern.compile("\\bfr: *(\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'|[^\\n,}]*+)");

  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

  @Test
  void everyKeyExistsInEveryLanguage() throws IOException {
    Map<String, String> english = LanguageFiles.read("en");
    for (String language : List.of("fr", "sr")) {
      assertThat(new TreeSet<>(LanguageFiles.read(language).keySet()))
          .as(language)
          .isEqualTo(new TreeSet<>(english.keySet()));
    }
  }

  @Test
  void everyTextIsASoundMessageWithTheSameArguments() throws IOException {
    Map<String, String> english = LanguageFiles.read("en");
    for (String language : List.of("en", "fr", "sr")) {
      LanguageFiles.read(language)
          .forEach(
              (key, text) -> {
                assertThat(text).as(language + " " + key).isNotBlank();
                MessageFormat format = new MessageFormat(text, Locale.forLanguageTag(language));
                MessageFormat original =
                    new MessageFormat(english.getOrDefault(key, ""), Locale.ENGLISH);
                assertThat(format.getArgumentNames())
                    .as(language + " " + key)
                    .isEqualTo(original.getArgumentNames());
              });
    }
  }

  /** The second would win in silence. */
  @Test
  void noKeyStandsTwiceInAFile() throws IOException {
    for (String language : List.of("en", "fr", "sr")) {
      try (Stream<Path> files = Files.list(LANGUAGES.resolve(language))) {
        for (Path file : files.toList()) {
          assertThat(
                  Files.readAllLines(file).stream()
                      .filter(line -> line.matches("[a-z][^=]*=.*"))
                      .map(line -> line.replaceFirst("=.*", ""))
                      .toList())
              .as(file.toString())
              .doesNotHaveDuplicates();
        }
      }
    }
  }

  /** "Прелиминарна идентификација" and nothing else; "провера" is a check of something. */
  @Test
  void serbianHasOneWordForScreening() throws IOException {
    Map<String, String> serbian = LanguageFiles.read("sr");
    assertThat(LanguageFiles.read("en"))
        .allSatisfy(
            (key, text) -> {
              if (SCREENING.matcher(text).find() && !CHECK.matcher(text).find()) {
                assertThat(serbian.get(key))
                    .as(key)
                    .doesNotContainPattern("(?iU)\\bпровер|скрининг|тријаж");
              }
            });
  }

  /** Texts call the supervisor as the page of roles does, so that a reader finds who is meant. */
  @Test
  void theSupervisorIsCalledAsTheRoleIs() throws IOException {
    assertThat(LanguageFiles.read("fr"))
        .allSatisfy(
            (key, text) -> assertThat(text).as(key).doesNotContainIgnoringCase("superviseu"))
        .containsEntry("role.supervisor", "Responsable d’équipe");
    assertThat(LanguageFiles.read("sr"))
        .allSatisfy(
            (key, text) -> assertThat(text).as(key).doesNotContainPattern("(?iU)супервизор"))
        .containsEntry("role.supervisor", "Руководилац тима");
  }

  @Test
  void serbianClosesQuotationsInOneWay() throws IOException {
    assertThat(LanguageFiles.read("sr"))
        .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("“"));
  }

  /** Before : a no-break space, before ; ? ! a thin one, within « » a no-break space. */
  @Test
  void frenchBreaksNoLineBeforeASign() throws IOException {
    assertThat(LanguageFiles.read("fr"))
        .allSatisfy((key, text) -> assertThat(BARE.matcher(text).find()).as(key).isFalse());
  }

  @Test
  void frenchHasASpaceBeforeASign() throws IOException {
    assertThat(LanguageFiles.read("fr").entrySet())
        .filteredOn(text -> TIGHT.matcher(text.getValue().replaceAll("\\{[^{}]*}", "X")).find())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(NOT_FRENCH);
  }

  /** The same in what is shipped as YAML; a version of a form that was used keeps its wording. */
  @Test
  void frenchInShippedFilesBreaksNoLineBeforeASign() throws IOException {
    Path resources = Path.of("src/main/resources");
    List<String> bare = new ArrayList<>();
    int found = 0;
    try (Stream<Path> files = Files.walk(resources)) {
      for (Path file :
          files
              .filter(one -> one.toString().endsWith(".yaml"))
              .filter(one -> !one.endsWith(Path.of("forms", "follow-up-short.yaml")))
              .toList()) {
        Matcher french = FRENCH.matcher(Files.readString(file));
        while (french.find()) {
          found++;
          if (BARE.matcher(french.group(1).replaceAll("^[\"']|[\"']$", "")).find()) {
            bare.add(file + ": " + french.group(1));
          }
        }
      }
    }
    assertThat(found).isGreaterThan(1000);
    assertThat(bare).isEmpty();
  }

  /** People write dates in words; only what tells how a file is written names another form. */
  @Test
  void noTextTeachesDatesThatOnlyMachinesWrite() throws IOException {
    Pattern machine = Pattern.compile("\\b[12][0-9]{3}-[01][0-9]\\b");
    for (String language : List.of("en", "fr", "sr")) {
      assertThat(LanguageFiles.read(language).entrySet())
          .filteredOn(text -> machine.matcher(text.getValue()).find())
          .extracting(Map.Entry::getKey)
          .as(language)
          .containsExactly("networkfile.no-date");
    }
  }

  @Test
  void serbianIsAuthoredInCyrillic() throws IOException {
    LanguageFiles.read("sr")
        .forEach(
            (key, text) -> {
              boolean words =
                  Pattern.compile("\\p{L}{4}").matcher(text.replaceAll("\\{.*", "")).find();
              boolean name = key.startsWith("house.language.") || key.startsWith("date.pattern.");
              if (words && !name) {
                assertThat(CYRILLIC.matcher(text).find()).as(key + "=" + text).isTrue();
              }
            });
  }

  @Test
  void everyKeyThatIsAskedForExists() throws IOException {
    Set<String> known = LanguageFiles.read("en").keySet();
    List<String> missing = new ArrayList<>();
    for (Path root : List.of(Path.of("src/main/jte"), Path.of("src/main/java"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Matcher matcher = KEY.matcher(Files.readString(file));
          while (matcher.find()) {
            if (!matcher.group(1).endsWith(".") && !known.contains(matcher.group(1))) {
              missing.add(file + ": " + matcher.group(1));
            }
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void noTemplateHoldsBareText() throws IOException {
    List<String> bare = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
        String text = Files.readString(file);
        // what remains between the tags once code, expressions and comments are taken out
        text = text.replaceAll("(?s)<%--.*?--%>|!\\{.*?;\\}|<!doctype[^>]*>|<svg.*?</svg>", "");
        text = text.replaceAll("(?m)^@(import|param).*$", "");
        text = text.replaceAll("`,\\s*[a-z]+ = @`", "` @`");
        text = withoutExpressions(text);
        text = text.replaceAll("(?s)<[^>]*>", " ");
        Matcher words = Pattern.compile("\\p{L}{3,}").matcher(text.replaceAll("&[a-z]+;", " "));
        if (words.find()) {
          bare.add(file + ": " + words.group());
        }
      }
    }
    assertThat(bare).isEmpty();
  }

  /** Takes out {@code ${…}} and {@code @name(…)} with their balanced brackets. */
  private static String withoutExpressions(String text) {
    StringBuilder kept = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      Matcher start =
          Pattern.compile("\\$\\{|@[a-zA-Z.]+\\(?|@`|`").matcher(text).region(i, text.length());
      if (!start.lookingAt()) {
        kept.append(text.charAt(i++));
        continue;
      }
      i = start.end();
      if (start.group().endsWith("(") || start.group().equals("${")) {
        int depth = 1;
        while (i < text.length() && depth > 0) {
          char c = text.charAt(i++);
          if (c == '"') {
            i = text.indexOf('"', i) + 1;
          } else if (c == '`') {
            // content given to a layout is read like the rest
            break;
          } else if (c == '(' || c == '{') {
            depth++;
          } else if (c == ')' || c == '}') {
            depth--;
          }
        }
        kept.append(' ');
      }
    }
    return kept.toString();
  }

  @Test
  void theTwoScriptsOfSerbianAreToldApartInEach() {
    for (String tag : List.of("fr", "en", "sr-Cyrl", "sr-Latn")) {
      FileTexts texts = FileTexts.of(new Language(tag), "house");
      assertThat(texts.text("house.language.long.sr-Cyrl")).as(tag).isEqualTo("Српски");
      assertThat(texts.text("house.language.long.sr-Latn")).as(tag).isEqualTo("Srpski");
    }
    assertThat(FileTexts.of(new Language("sr-Latn"), "house").text("house.language"))
        .isEqualTo("Jezik");
  }
}
