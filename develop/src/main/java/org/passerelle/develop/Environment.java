package org.passerelle.develop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The variables of the environment that launcher, test run and program read. The launcher's head
 * describes each in one line, {@code # NAME meaning}.
 */
final class Environment {
  private static final Pattern LINE = Pattern.compile("(?m)^#   (PASSERELLE_[A-Z_]+)\\s+(.+)$");
  private static final Pattern USED = Pattern.compile("PASSERELLE_[A-Z_]+");
  private static final List<String> SCRIPTS =
      List.of("passerelle", "e2e/run-tests", "develop/run", "develop/renew");

  private final Path home;

  Environment(Path home) {
    this.home = home;
  }

  /**
   * As the launcher describes them.
   *
   * @throws IllegalStateException if one that is read is not described, or the other way round
   */
  List<Setting> all() throws IOException {
    String launcher = Files.readString(home.resolve("passerelle"));
    List<Setting> described = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    Matcher line = LINE.matcher(launcher);
    while (line.find()) {
      described.add(new Setting(line.group(1), line.group(2), ""));
      names.add(line.group(1));
    }
    Set<String> used = used(LINE.matcher(launcher).replaceAll(""));
    if (!used.equals(names)) {
      throw new IllegalStateException(
          "The launcher describes %s, and %s are read. Maybe add a line to its head."
              .formatted(names, used));
    }
    return described;
  }

  private Set<String> used(String launcher) throws IOException {
    Set<String> used = new TreeSet<>();
    collect(launcher, used);
    for (String script : SCRIPTS.subList(1, SCRIPTS.size())) {
      collect(Files.readString(home.resolve(script)), used);
    }
    try (Stream<Path> below = Files.walk(home.resolve("cli/src/main/java"))) {
      for (Path file : below.filter(f -> f.toString().endsWith(".java")).toList()) {
        collect(Files.readString(file), used);
      }
    }
    return used;
  }

  private static void collect(String text, Set<String> used) {
    Matcher name = USED.matcher(text);
    while (name.find()) {
      used.add(name.group());
    }
  }
}
