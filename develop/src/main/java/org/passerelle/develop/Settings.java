package org.passerelle.develop;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings of the server, read from its sources. What each means stands in {@code
 * additional-spring-configuration-metadata.json}, for a part of a record with
 * {@code @ConfigurationProperties} else in its Javadoc. Settings of Spring that operators use are
 * described there, too.
 */
final class Settings {
  static final String DESCRIBED =
      "platform/src/main/resources/META-INF/additional-spring-configuration-metadata.json";
  static final String SHIPPED = "platform/src/main/resources/application.properties";

  private static final List<String> CODE = List.of("platform/src/main/java", "cli/src/main/java");
  private static final Pattern RECORD =
      Pattern.compile("@ConfigurationProperties\\(\"([\\w.-]+)\"\\)");
  private static final Pattern VALUE =
      Pattern.compile("\"\\$\\{(passerelle\\.[\\w.-]+)(?::([^}]*))?}\"");
  private static final Pattern BOUND = Pattern.compile("\\.bind\\(\\s*\"(passerelle\\.[\\w.-]+)\"");
  private static final Pattern PARAMETER =
      Pattern.compile("@param (\\w+)\\s+(.*?)(?=@param|@return|$)", Pattern.DOTALL);

  private final Path home;

  Settings(Path home) {
    this.home = home;
  }

  /**
   * All of them, by name.
   *
   * @throws IllegalStateException if one is not described, or described and gone
   */
  List<Setting> all() throws IOException {
    List<Setting> found = new ArrayList<>();
    Map<String, Setting> described = described();
    Map<String, String> single = new TreeMap<>();
    for (Path file : sources()) {
      String source = Files.readString(file);
      Matcher record = RECORD.matcher(source);
      if (record.find()) {
        for (Setting part : ofRecord(record.group(1), classOf(file), source)) {
          Setting better = described.remove(part.name());
          found.add(
              better == null ? part : new Setting(part.name(), better.meaning(), part.preset()));
        }
      }
      Matcher value = VALUE.matcher(source);
      while (value.find()) {
        single.put(value.group(1), value.group(2) == null ? "" : value.group(2));
      }
      Matcher bound = BOUND.matcher(source);
      while (bound.find()) {
        single.put(bound.group(1), "");
      }
    }
    for (Map.Entry<String, String> one : single.entrySet()) {
      Setting setting = described.remove(one.getKey());
      if (setting == null) {
        throw new IllegalStateException(
            "The setting %s is described nowhere. Maybe add it to %s."
                .formatted(one.getKey(), DESCRIBED));
      }
      found.add(
          new Setting(
              setting.name(),
              setting.meaning(),
              setting.preset().isEmpty() ? one.getValue() : setting.preset()));
    }
    for (Setting left : described.values()) {
      if (left.name().startsWith("passerelle.")) {
        throw new IllegalStateException(
            "No code reads the setting %s. Maybe take it out of %s."
                .formatted(left.name(), DESCRIBED));
      }
      found.add(left);
    }
    found.sort(Comparator.comparing(Setting::name));
    return found;
  }

  /**
   * What application.properties sets, with the comment above each line.
   *
   * @throws IllegalStateException if a line has no comment
   */
  List<Setting> shipped() throws IOException {
    List<Setting> found = new ArrayList<>();
    String comment = "";
    boolean open = false;
    for (String line : Files.readAllLines(home.resolve(SHIPPED))) {
      if (line.startsWith("#")) {
        String text = line.substring(1).strip();
        comment = open ? comment + " " + text : text;
        open = true;
      } else if (line.isBlank()) {
        comment = "";
        open = false;
      } else {
        open = false;
        int equals = line.indexOf('=');
        String name = line.substring(0, equals);
        if (comment.isEmpty()) {
          throw new IllegalStateException(
              "%s has no comment above it. Maybe say in %s what it is for."
                  .formatted(name, SHIPPED));
        }
        found.add(new Setting(name, comment, line.substring(equals + 1)));
        comment = "";
      }
    }
    return found;
  }

  private List<Path> sources() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : CODE) {
      try (Stream<Path> below = Files.walk(home.resolve(folder))) {
        below.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    return files;
  }

  private Map<String, Setting> described() throws IOException {
    Map<String, Setting> settings = new LinkedHashMap<>();
    JsonNode all = JsonMapper.builder().build().readTree(Files.readString(home.resolve(DESCRIBED)));
    for (JsonNode one : all.get("properties")) {
      String name = one.get("name").asString();
      JsonNode preset = one.get("defaultValue");
      settings.put(
          name,
          new Setting(
              name, one.get("description").asString(), preset == null ? "" : preset.asString()));
    }
    return settings;
  }

  private static List<Setting> ofRecord(String prefix, Class<?> type, String source) {
    RecordComponent[] parts = type.getRecordComponents();
    if (parts == null) {
      throw new IllegalStateException(
          "%s holds settings and is no record. Maybe make it one.".formatted(type));
    }
    Map<String, String> meanings = meanings(source, type.getSimpleName());
    List<Setting> found = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      String name = prefix + "." + hyphenated(parts[i].getName());
      if (parts[i].getType().isRecord()) {
        found.addAll(ofRecord(name, parts[i].getType(), source));
        continue;
      }
      String meaning = meanings.get(parts[i].getName());
      if (meaning == null) {
        throw new IllegalStateException(
            "The Javadoc of %s does not say what %s is. Maybe add a line @param."
                .formatted(type, parts[i].getName()));
      }
      DefaultValue preset =
          constructor(type, parts).getParameters()[i].getAnnotation(DefaultValue.class);
      found.add(new Setting(name, meaning, preset == null ? "" : String.join(",", preset.value())));
    }
    return found;
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent[] parts) {
    try {
      return type.getDeclaredConstructor(
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the Javadoc of a record says of its parts. */
  private static Map<String, String> meanings(String source, String record) {
    int named = source.indexOf("record " + record + "(");
    int begin = source.lastIndexOf("/**", named);
    int end = source.indexOf("*/", begin);
    if (named < 0 || begin < 0 || end < 0) {
      return Map.of();
    }
    String text = source.substring(begin + 3, end).replaceAll("(?m)^\\s*\\* ?", "");
    return PARAMETER
        .matcher(text)
        .results()
        .collect(toMap(found -> found.group(1), found -> plain(found.group(2))));
  }

  private static String plain(String javadoc) {
    return javadoc
        .replaceAll("\\s+", " ")
        .replaceAll("\\{@code ([^}]*)}", "`$1`")
        .replaceAll("\\{@link #?([^} ]*)[^}]*}", "$1")
        .strip();
  }

  private static String hyphenated(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private Class<?> classOf(Path file) {
    String path = home.relativize(file).toString().replace('\\', '/');
    String name =
        path.replaceFirst("^\\w+/src/main/java/", "")
            .replaceFirst("\\.java$", "")
            .replace('/', '.');
    try {
      return Class.forName(name, false, Settings.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "The class %s is not compiled. Maybe build first.".formatted(name), e);
    }
  }
}
