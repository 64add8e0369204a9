package org.passerelle.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The two lists of the guard for main, {@code testing/guard-1.txt} and {@code guard-2.txt}: lines
 * of module and class in running order, each list in one JVM per module. A class is in one of them,
 * or has the tag {@code long} and runs only with {@code ./passerelle test --all}.
 *
 * <p>{@code GuardLists ROOT} updates them: removed classes are dropped, new ones are added to the
 * shorter list. {@code GuardLists ROOT RESULTS} also redistributes the platform's classes by the
 * durations of a guard run, so that both lists take equally long.
 */
public final class GuardLists {
  /** Tests that reveal mistakes soonest: sizes, texts, structure, routes. */
  private static final List<String> FIRST =
      List.of(
          "org.passerelle.SizesTest",
          "org.passerelle.RepositoryTest",
          "org.passerelle.language.LanguageFilesTest",
          "org.passerelle.StatementsTest",
          "org.passerelle.TransactionsTest",
          "org.passerelle.HandlersTest",
          "org.passerelle.ArchitectureTest",
          "org.passerelle.ModulesTest",
          "org.passerelle.storage.MigrationsTest");

  /**
   * Separates the platform's first JVM: the structure tests hold all classes of the program in
   * memory, twice, and leave no room for a server. Each of them that runs elsewhere reads all
   * classes once more and keeps them beside the servers.
   */
  private static final String NEW_JVM = "--";

  /** How long the second list runs before the platform is built and the first begins. */
  private static final double SECONDS_AHEAD = 110;

  private static final Pattern LONG =
      Pattern.compile("@Tag\\(\"long\"\\)(?:\\s*@[^\\n]*)*\\s*(?:public |final )*class ");
  private static final List<String> ORDER =
      List.of("testing", "engines/", "platform", "cli", "develop", "bench", "e2e");

  private final Path root;

  GuardLists(Path root) {
    this.root = root;
  }

  public static void main(String[] arguments) throws IOException {
    GuardLists lists = new GuardLists(Path.of(arguments[0]));
    lists.renew();
    if (arguments.length > 1) {
      lists.spread(Path.of(arguments[1]));
    }
  }

  /** The lines of list 1 or 2. */
  List<String> lines(int list) throws IOException {
    Path file = file(list);
    return Files.exists(file)
        ? Files.readAllLines(file).stream().filter(line -> !line.equals(NEW_JVM)).toList()
        : List.of();
  }

  private Path file(int list) {
    return root.resolve("testing").resolve("guard-" + list + ".txt");
  }

  /**
   * Whether the guard runs a class of the platform on PostgreSQL too: only one of the lists starts
   * it.
   */
  private boolean onPostgresql(String line) throws IOException {
    String[] cells = line.split(" ", -1);
    Path file = root.resolve(cells[0] + "/src/test/java/" + cells[1].replace('.', '/') + ".java");
    return Files.readString(file).contains("@Tag(\"postgresql\")");
  }

  /** Every test class of the repository without the tag long, as module and class. */
  Set<String> guarding() throws IOException {
    Set<String> found = new TreeSet<>();
    for (String module : modules()) {
      Path tests = root.resolve(module).resolve("src/test/java");
      if (!Files.isDirectory(tests)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(tests)) {
        for (Path file : files.toList()) {
          String name = tests.relativize(file).toString().replace('\\', '/');
          if (name.matches(".*(Test|Tests|Properties)\\.java")
              && !LONG.matcher(Files.readString(file)).find()) {
            found.add(module + " " + name.replaceAll("\\.java$", "").replace('/', '.'));
          }
        }
      }
    }
    return found;
  }

  /** The modules of the root's {@code pom.xml}. */
  private List<String> modules() throws IOException {
    return Pattern.compile("<module>([^<]+)</module>")
        .matcher(Files.readString(root.resolve("pom.xml")))
        .results()
        .map(module -> module.group(1))
        .toList();
  }

  private void renew() throws IOException {
    Set<String> guarding = guarding();
    List<String> one = kept(1, guarding);
    List<String> two = kept(2, guarding);
    guarding.removeAll(one);
    guarding.removeAll(two);
    for (String line : guarding) {
      (line.startsWith("platform ") ? one : two).add(line);
    }
    write(1, one);
    write(2, two);
  }

  private List<String> kept(int list, Set<String> guarding) throws IOException {
    List<String> kept = new ArrayList<>(new TreeSet<>(lines(list)));
    kept.retainAll(guarding);
    return kept;
  }

  private void spread(Path results) throws IOException {
    Map<String, Double> seconds = new HashMap<>();
    for (String line : Files.readAllLines(results)) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals("class")) {
        seconds.put(cells[1] + " " + cells[2], Double.parseDouble(cells[3]));
      }
    }
    List<String> one = new ArrayList<>();
    List<String> two = new ArrayList<>();
    double lengthOne = 0;
    double lengthTwo = -SECONDS_AHEAD;
    List<String> either = new ArrayList<>();
    for (String line : guarding()) {
      if (!line.startsWith("platform ")) {
        two.add(line);
        lengthTwo += seconds.getOrDefault(line, 1.0);
      } else if (FIRST.contains(className(line)) || onPostgresql(line)) {
        one.add(line);
        lengthOne += seconds.getOrDefault(line, 1.0);
      } else {
        either.add(line);
      }
    }
    either.sort(Comparator.comparing((String line) -> seconds.getOrDefault(line, 1.0)).reversed());
    for (String line : either) {
      double length = seconds.getOrDefault(line, 1.0);
      if (lengthOne <= lengthTwo) {
        one.add(line);
        lengthOne += length;
      } else {
        two.add(line);
        lengthTwo += length;
      }
    }
    write(1, one);
    write(2, two);
  }

  private void write(int list, List<String> lines) throws IOException {
    lines.sort(Comparator.comparing(GuardLists::place).thenComparing(Comparator.naturalOrder()));
    long first = lines.stream().filter(line -> FIRST.contains(className(line))).count();
    if (first > 0) {
      lines.add((int) first, NEW_JVM);
    }
    Files.write(file(list), lines);
  }

  private static String className(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }

  /** Sort key of a line: by module, and within the platform the most revealing tests first. */
  private static String place(String line) {
    int module = 0;
    while (module < ORDER.size() && !line.startsWith(ORDER.get(module))) {
      module++;
    }
    int first = FIRST.indexOf(className(line));
    return "%02d %02d".formatted(module, first < 0 ? 99 : first);
  }
}
