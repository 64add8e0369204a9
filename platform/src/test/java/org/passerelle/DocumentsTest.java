package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents lead to pages that are there. */
class DocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path DECISIONS = ROOT.resolve("docs/decisions");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern SECTION = Pattern.compile("(?m)^## .*$");
  private static final Pattern INDEXED =
      Pattern.compile("(?m)^\\| \\[([0-9]{4})]\\((([0-9]{4})-[a-z0-9-]+\\.md)\\) \\|");
  private static final Pattern FILE =
      Pattern.compile("`((?:platform|engines|cli|e2e|bench|develop|testing|docs)/[\\w./-]+)`");
  private static final Pattern CONSTANT = Pattern.compile("`([A-Z]\\w+)\\.([A-Z_]{2,})`");
  private static final Pattern RELEASED = Pattern.compile("(?m)^## ([0-9]+(?:\\.[0-9]+){2}) ");
  private static final Pattern NEVER_USED = Pattern.compile("(?m)^Never used: ([0-9, ]+)\\.");

  /** What a recipe tells its reader to make. */
  private static final List<String> TO_MAKE =
      List.of(
          "docs/guide/border-liaison.md",
          "docs/federation/messages/referral.remarked.1.json",
          "platform/src/test/resources/federation/0.1/referral.remarked.1.json");

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path page : pages()) {
      Path folder = page.resolveSibling(".");
      LINK.matcher(Files.readString(page))
          .results()
          .map(link -> link.group(1))
          .filter(link -> !link.startsWith("http") && !link.startsWith("#"))
          .filter(link -> !Files.exists(folder.resolve(link.replaceFirst("#.*", ""))))
          .forEach(link -> dead.add(ROOT.relativize(page) + ": " + link));
    }
    assertThat(dead).as("links that lead nowhere").isEmpty();
  }

  /** A section that stands twice is a merge that kept both sides. */
  @Test
  void noPageHasASectionTwice() throws IOException {
    List<String> twice = new ArrayList<>();
    for (Path page : pages()) {
      Set<String> known = new HashSet<>();
      SECTION
          .matcher(Files.readString(page))
          .results()
          .map(MatchResult::group)
          .filter(section -> !known.add(section))
          .forEach(section -> twice.add(ROOT.relativize(page) + ": " + section));
    }
    assertThat(twice).isEmpty();
  }

  /** Whoever tries it meets one node first, then several that hand a child's case over. */
  @Test
  void theReadmeNamesTheTwoDemonstrations() throws IOException {
    assertThat(Files.readString(ROOT.resolve("README.md")))
        .containsSubsequence("## Try it", "serve --demo ", "demo-region ", "## ");
  }

  @Test
  void everyFileThatARecipeNamesIsThere() throws IOException {
    List<String> gone = new ArrayList<>();
    for (String name : List.of("recipes.md", "first-tasks.md", "release.md", "commands.md")) {
      FILE.matcher(Files.readString(ROOT.resolve("docs").resolve(name)))
          .results()
          .map(file -> file.group(1))
          .filter(file -> !file.contains("/target/") && !TO_MAKE.contains(file))
          .filter(file -> !Files.exists(ROOT.resolve(file)))
          .forEach(file -> gone.add(name + ": " + file));
    }
    assertThat(gone).as("files that recipes name. Maybe one was moved").isEmpty();
  }

  /** Whoever looks for a limit is led to the constant that holds it. */
  @Test
  void everyLimitThatTheRecipesNameIsInTheCode() throws IOException {
    List<String> gone = new ArrayList<>();
    List<MatchResult> named =
        CONSTANT.matcher(Files.readString(ROOT.resolve("docs/recipes.md"))).results().toList();
    for (MatchResult constant : named) {
      String file = "/" + constant.group(1) + ".java";
      boolean there = false;
      for (String source : SourceFiles.all()) {
        if (source.contains("src/main/") && source.endsWith(file)) {
          there |= Files.readString(SourceFiles.at(source)).contains(constant.group(2));
        }
      }
      if (!there) {
        gone.add(constant.group());
      }
    }
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(gone).as("limits in docs/recipes.md. Maybe a class was renamed").isEmpty();
  }

  /** A number that is missing makes a reader look for a page that was never there. */
  @Test
  void theIndexNamesEveryDecisionAndEveryNumberThatWasNeverUsed() throws IOException {
    List<String> files;
    try (Stream<Path> all = Files.list(DECISIONS)) {
      files =
          all.map(file -> file.getFileName().toString())
              .filter(name -> name.matches("[0-9]{4}-.*\\.md"))
              .sorted()
              .toList();
    }
    String index = Files.readString(DECISIONS.resolve("README.md"));
    List<MatchResult> rows = INDEXED.matcher(index).results().toList();
    assertThat(rows).extracting(row -> row.group(2)).containsExactlyElementsOf(files);
    assertThat(rows).allMatch(row -> row.group(1).equals(row.group(3)));

    TreeSet<String> missing = new TreeSet<>();
    int last = Integer.parseInt(files.get(files.size() - 1).substring(0, 4));
    for (int number = 1; number < last; number++) {
      missing.add("%04d".formatted(number));
    }
    files.forEach(name -> missing.remove(name.substring(0, 4)));
    String named =
        NEVER_USED.matcher(index).results().map(found -> found.group(1)).findFirst().orElse("");
    assertThat(List.of(named.split(", ")))
        .as("numbers below %d without a page", last)
        .containsExactlyElementsOf(missing);
  }

  @Test
  void everyDecisionBeginsWithItsNumberAndTitle() throws IOException {
    for (Path file : pages()) {
      if (file.startsWith(DECISIONS) && !file.endsWith("README.md")) {
        String number = file.getFileName().toString().substring(0, 4);
        assertThat(Files.readString(file)).as("%s", file).startsWith("# " + number + " ");
      }
    }
  }

  /** What a user reads after {@code --version} is what the change log tells of. */
  @Test
  void theNewestVersionOfTheChangeLogIsTheOneThatIsBuilt() throws IOException {
    String changes = Files.readString(ROOT.resolve("CHANGES.md"));
    MatchResult newest = RELEASED.matcher(changes).results().findFirst().orElseThrow();
    String version = newest.group(1);
    assertThat(Files.readString(ROOT.resolve("pom.xml")))
        .contains("<artifactId>passerelle</artifactId>\n  <version>" + version + "</version>");
    assertThat(
            Files.readString(ROOT.resolve("cli/src/main/java/org/passerelle/cli/Passerelle.java")))
        .contains("\"Passerelle " + version + "\"");
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> here = Files.list(ROOT);
        Stream<Path> below = Files.walk(ROOT.resolve("docs"))) {
      Stream.concat(here, below)
          .filter(file -> file.toString().endsWith(".md"))
          .forEach(pages::add);
    }
    pages.add(ROOT.resolve("bench/README.md"));
    return pages;
  }
}
