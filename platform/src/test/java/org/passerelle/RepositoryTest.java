package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.access.Role;

/** What holds for the whole repository, beyond the classes of one module. */
class RepositoryTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Built with a break in it, so that this file does not find itself. */
  private static final Pattern SLEEP =
      Pattern.compile(
          "Thread\\s*\\.\\s*sl" + "eep|\\.sl" + "eep\\(|park" + "Nanos|waitFor" + "Timeout");

  private static final Pattern NAMED_FILE =
      Pattern.compile("`((?:platform|engines|cli|e2e|bench|develop|docs)/[\\w./-]+)`");
  private static final Pattern WORD = Pattern.compile("\\| `([\\w.]+)` \\|\n");
  private static final Pattern INTERRUPT =
      Pattern.compile("shutdownNow\\(|(?<!currentThread\\(\\))\\.interrupt\\(\\)");

  /** A day taken from a moment in UTC, whatever it is called by. */
  private static final Pattern DAY_OF_UTC =
      Pattern.compile(
          "(?:LocalDate|YearMonth)\\s*\\.(?:ofInstant|from)\\([^;]*?(?:ZoneOffset\\.UTC|Columns\\.(?:at|now)\\()"
              + "|at(?:Offset|Zone)\\(ZoneOffset\\.UTC\\)\\s*\\.toLocalDate"
              + "|(?:now\\(\\)|OffsetDateTime\\.class\\))\\s*\\.toLocalDate"
              + "|Columns\\.(?:at|now)\\([^;]*?\\)\\s*\\.toLocalDate");

  private static final List<String> FILES = new ArrayList<>();

  /** A sleeping test is slow where the machine is fast and fails where it is slow. */
  @Test
  void testsWaitForConditionsAndNeverSleep() {
    List<String> asleep =
        sources()
            .filter(file -> file.contains("src/test/java/") && file.endsWith(".java"))
            .filter(file -> SLEEP.matcher(text(ROOT.resolve(file))).find())
            .toList();
    assertThat(asleep)
        .as("tests that sleep. Maybe wait with Awaitility, or Eventually in a browser test")
        .isEmpty();
  }

  /**
   * The embedded database closes its file under a thread that is interrupted while it reads or
   * writes, for everybody. Who computes without it may be.
   */
  @Test
  void noThreadThatMayUseTheDatabaseIsInterrupted() {
    List<String> interrupting =
        sources()
            .filter(file -> file.startsWith("platform/src/main/java/"))
            .filter(file -> INTERRUPT.matcher(text(ROOT.resolve(file))).find())
            .toList();
    assertThat(interrupting)
        .as("what interrupts threads. Maybe end them by DatabaseThreads")
        .containsExactly("platform/src/main/java/org/passerelle/work/Watch.java");
  }

  /** Otherwise Maven compiles the whole module again each time, under the tests that read it. */
  @Test
  void eachFileLiesWhereItsPackageSays() {
    List<String> elsewhere =
        sources()
            .filter(file -> file.matches(".*/src/(main|test)/java/.*\\.java"))
            .filter(
                file -> {
                  String folder =
                      file.replaceFirst(".*/src/(main|test)/java/", "").replaceFirst("/[^/]*$", "");
                  return !text(ROOT.resolve(file))
                      .contains("package " + folder.replace('/', '.') + ";");
                })
            .toList();
    assertThat(elsewhere).as("files outside the folder of their package").isEmpty();
  }

  /**
   * At midnight in Belgrade it is still yesterday in UTC: who takes that day refuses what happens
   * now, or is late by a day. Months of figures and quotas by the day are the same everywhere.
   */
  @Test
  void daysThatPeopleMeanAreNotThoseOfUtc() {
    List<String> taking =
        sources()
            .filter(file -> file.startsWith("platform/src/main/java/org/passerelle/protect/"))
            .filter(file -> DAY_OF_UTC.matcher(text(ROOT.resolve(file))).find())
            .map(file -> file.replaceAll(".*/protect/", ""))
            .sorted()
            .toList();
    assertThat(taking)
        .as("what takes the day of UTC. Maybe use Days, or the reader's day of Moments")
        .containsExactly(
            "casework/calendar/CalendarAddress.java", // one line of the log a day
            "casework/compensation/ClaimFigures.java", // months of figures
            "casework/phone/web/OversizedUploads.java", // counted by the day
            "identity/desk/DeskFigures.java", // months of figures
            "identity/elsewhere/DayTime.java", // both sides count the same day
            "identity/elsewhere/KnownLimits.java", // a quota
            "safeguards/figures/Figures.java", // months of figures
            "safeguards/oversight/ProgramReads.java", // one alarm a day
            "safeguards/report/Reports.java"); // months of figures
  }

  /** Documents lead newcomers to files; a file that moved leads them astray. */
  @ParameterizedTest
  @ValueSource(strings = {"CONTRIBUTING.md", "docs/develop.md", "docs/architecture.md"})
  void filesThatADocumentNamesExist(String document) {
    List<String> gone = new ArrayList<>();
    Matcher named = NAMED_FILE.matcher(text(ROOT.resolve(document)));
    while (named.find()) {
      if (!named.group(1).contains("ROOM") && !Files.exists(ROOT.resolve(named.group(1)))) {
        gone.add(named.group(1) + now(named.group(1).replaceAll(".*/", "")));
      }
    }
    assertThat(gone).as("files that %s names", document).isEmpty();
  }

  /** Each word of the field leads to a class. */
  @Test
  void wordsOfTheFieldLeadToClasses() {
    List<String> gone = new ArrayList<>();
    Matcher named = WORD.matcher(text(ROOT.resolve("docs/words.md")));
    int words = 0;
    while (named.find()) {
      words++;
      String path = "org/passerelle/" + named.group(1).replace('.', '/') + ".java";
      if (sources().noneMatch(file -> file.endsWith(path))) {
        gone.add(named.group(1) + now(path.replaceAll(".*/", "")));
      }
    }
    assertThat(words).isGreaterThan(50);
    assertThat(gone).as("classes that docs/words.md names").isEmpty();
  }

  /** Whoever comes new to the house begins with one list, and finds their page in the guide. */
  @Test
  void eachRoleHasAPageWithTheFirstTenMinutes() {
    List<String> pages = new ArrayList<>(List.of("on-duty.md", "border-desk.md"));
    for (Role role : Role.values()) {
      pages.add(
          role == Role.NODE_AUDITOR
              ? "auditor.md"
              : role.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md");
    }
    String guide = text(ROOT.resolve("docs/guide/README.md"));
    for (String page : pages) {
      assertThat(guide).as("the table of the guide").contains("](" + page + ")");
      String[] parts = text(ROOT.resolve("docs/guide/" + page)).split("\n## ");
      assertThat(parts)
          .filteredOn(part -> part.startsWith("Your first ten minutes\n"))
          .as(page + " has the first ten minutes, as one list")
          .singleElement()
          .satisfies(part -> assertThat(part.split("\n1\\. ")).hasSize(2));
    }
  }

  /** Where a file of that name lies today. */
  private static String now(String name) {
    List<String> found = sources().filter(file -> file.endsWith("/" + name)).toList();
    return found.isEmpty()
        ? ": there is no file of that name. Maybe it was renamed; see git log --follow."
        : ": it lies at " + String.join(", ", found) + ". Maybe write that in the document.";
  }

  private static Stream<String> sources() {
    if (FILES.isEmpty()) {
      FILES.addAll(SourceFiles.all());
    }
    return FILES.stream();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
