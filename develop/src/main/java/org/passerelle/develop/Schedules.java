package org.passerelle.develop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** When recurring tasks of the server run, as {@code schedules.properties} says. */
final class Schedules {
  static final String FILE = "platform/src/main/resources/schedules.properties";
  private static final Pattern SCHEDULED = Pattern.compile("@Scheduled\\(([^)]*)\\)");
  private static final Pattern KEY = Pattern.compile("\\$\\{(schedule\\.[\\w.-]+)}");
  private final Path home;

  Schedules(Path home) {
    this.home = home;
  }

  /**
   * A task.
   *
   * @param name of the settings, without their last part
   * @param what it does
   * @param times such as {@code after} and {@code every}, each with its value
   */
  record Task(String name, String what, Map<String, String> times) {}

  /**
   * All of them, in the order of the file.
   *
   * @throws IllegalStateException if one has no comment, or file and code do not name the same
   */
  List<Task> all() throws IOException {
    List<Task> tasks = new ArrayList<>();
    TreeSet<String> keys = new TreeSet<>();
    String comment = "";
    for (String line : Files.readAllLines(home.resolve(FILE))) {
      if (line.startsWith("#")) {
        comment = line.substring(1).strip();
      } else if (line.isBlank()) {
        comment = "";
      } else {
        int equals = line.indexOf('=');
        String key = line.substring(0, equals);
        String name = key.substring("schedule.".length(), key.lastIndexOf('.'));
        Task last = tasks.isEmpty() ? null : tasks.get(tasks.size() - 1);
        if (last == null || !last.name.equals(name)) {
          if (comment.isEmpty()) {
            throw new IllegalStateException(
                "%s has no comment above it. Maybe say in %s what the task does."
                    .formatted(key, FILE));
          }
          last = new Task(name, comment, new TreeMap<>());
          tasks.add(last);
        }
        last.times.put(key.substring(key.lastIndexOf('.') + 1), line.substring(equals + 1));
        keys.add(key);
      }
    }
    Set<String> read = read();
    if (!read.equals(keys)) {
      throw new IllegalStateException(
          "%s names %s, and the code reads %s.".formatted(FILE, keys, read));
    }
    return tasks;
  }

  private Set<String> read() throws IOException {
    TreeSet<String> keys = new TreeSet<>();
    List<Path> sources;
    try (Stream<Path> below = Files.walk(home.resolve("platform/src/main/java"))) {
      sources = below.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    for (Path source : sources) {
      Matcher scheduled = SCHEDULED.matcher(Files.readString(source));
      while (scheduled.find()) {
        Matcher key = KEY.matcher(scheduled.group(1));
        boolean named = false;
        while (key.find()) {
          keys.add(key.group(1));
          named = true;
        }
        if (!named) {
          throw new IllegalStateException(
              "%s says itself when a task runs. Maybe add it to %s.".formatted(source, FILE));
        }
      }
    }
    return keys;
  }
}
