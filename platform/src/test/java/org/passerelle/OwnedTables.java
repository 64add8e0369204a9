package org.passerelle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who names whose tables: {@code db/table-owners.tsv} says to which package each table belongs,
 * {@code db/tables-offered.tsv} what an owner offers to others, and the statements are read from
 * the sources as the compiler reads them.
 */
final class OwnedTables {
  static final Path SOURCES = Path.of("src/main/java/org/passerelle");
  private static final Path OWNERS = Path.of("src/main/resources/db/table-owners.tsv");
  private static final Path OFFERED = Path.of("src/main/resources/db/tables-offered.tsv");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\b(?:from|join|using|into|update)\\s+(?:\"?([a-z][a-z_0-9]*)|(\\{case) [a-z]+})");
  private static final Pattern LISTED =
      Pattern.compile("(?i)\\bfrom\\s+\\w+(?:\\s+\\w+)?\\s*,\\s*([a-z][a-z_0-9]*)");
  private static final Pattern DELETED =
      Pattern.compile("\\b\\w+\\.delete\\(\\s*\"([a-z][a-z_0-9]*)\"");
  private static final Pattern ASKS =
      Pattern.compile("(?i)\\b(from|join|into|update)\\s+[{a-z]|\\.delete\\(");

  private static final Pattern OUTLINE =
      Pattern.compile("(?i)\\b\\w+_outline\\s+(?!on\\b|where\\b|join\\b)([a-z]\\w*)");
  private static final Map<String, List<String>> TEXTS = new TreeMap<>();
  private static final Map<String, List<String>> NAMES = read();

  private OwnedTables() {}

  /** That a package names something of another. */
  record Use(String file, String reader, String owner, String name) {}

  /** What an owner offers to others for reading. */
  record Offer(String owner, String reason) {}

  /** The package of each table. */
  static Map<String, String> owners() {
    Map<String, String> owners = new TreeMap<>();
    for (String[] fields : rows(OWNERS)) {
      for (String table : fields[1].split(" ", -1)) {
        if (owners.put(table, fields[0]) != null) {
          throw new IllegalStateException(table + " has two owners.");
        }
      }
    }
    return owners;
  }

  /** What is offered, by name. */
  static Map<String, Offer> offers() {
    Map<String, Offer> offers = new TreeMap<>();
    for (String[] fields : rows(OFFERED)) {
      offers.put(fields[0], new Offer(fields[1], fields[2]));
    }
    return offers;
  }

  /** Every place where a statement names a table of another package. */
  static List<Use> tables() {
    return uses(owners());
  }

  /** Every place where a statement names what another package offers. */
  static List<Use> offered() {
    Map<String, String> offers = new TreeMap<>();
    offers().forEach((name, offer) -> offers.put(name, offer.owner()));
    return uses(offers);
  }

  private static List<Use> uses(Map<String, String> owners) {
    List<Use> found = new ArrayList<>();
    NAMES.forEach(
        (file, names) -> {
          String reader = file.substring(0, Math.max(0, file.lastIndexOf('/')));
          for (String name : names) {
            String owner = owners.get(name);
            if (owner != null && !reader.equals(owner) && !reader.startsWith(owner + "/")) {
              found.add(new Use(file, reader, owner, name));
            }
          }
        });
    return List.copyOf(found);
  }

  /** What each file names, read once. */
  private static Map<String, List<String>> read() {
    Map<String, List<String>> all = new TreeMap<>();
    try {
      for (Map.Entry<Path, Statements> one : Statements.of(files()).entrySet()) {
        String file = SOURCES.toAbsolutePath().relativize(one.getKey().toAbsolutePath()).toString();
        TEXTS.put(file.replace('\\', '/'), one.getValue().texts());
        all.put(file.replace('\\', '/'), names(one.getValue(), Files.readString(one.getKey())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** The statements of each file that names a table. */
  static Map<String, List<String>> texts() {
    return TEXTS;
  }

  /**
   * Aliases of views of which a statement asks a list of identifiers and, beside it, another column
   * that is equal to something or true.
   */
  static List<String> listsBesideOthers(String text) {
    List<String> found = new ArrayList<>();
    Matcher outline = OUTLINE.matcher(text);
    while (outline.find()) {
      String column = "\\b" + outline.group(1) + "\\.";
      Matcher list =
          Pattern.compile(
                  column
                      + "(id|case_id|person|subject|referral)\\s*(?:= *any|in) *\\(\\s*(?:cast|:)")
              .matcher(text);
      if (list.find()) {
        String other = column + "(?!" + list.group(1) + "\\b)\\w+\\s*";
        Pattern asked =
            Pattern.compile(
                other
                    + "=(?! *any)|(?<![<>])= *"
                    + other
                    + "|\\b(?:and|where|not) "
                    + other
                    + "(?:[)]|$|and\\b|or\\b)");
        if (asked.matcher(text).find()) {
          found.add(outline.group(1));
        }
      }
    }
    return found;
  }

  /** What a file names, as it is found. */
  static List<String> named(Path file) throws IOException {
    return names(Statements.of(List.of(file)).values().iterator().next(), Files.readString(file));
  }

  private static List<String> names(Statements statements, String source) {
    List<String> names = new ArrayList<>();
    for (String text : statements.texts()) {
      Matcher named = NAMED.matcher(text);
      while (named.find()) {
        names.add(named.group(2) == null ? named.group(1) : "{case}");
      }
      Matcher listed = LISTED.matcher(text);
      while (listed.find()) {
        names.add(listed.group(1));
      }
    }
    Matcher deleted = DELETED.matcher(source);
    while (deleted.find()) {
      names.add(deleted.group(1));
    }
    return names;
  }

  private static List<Path> files() throws IOException {
    List<Path> asking = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(".java") && ASKS.matcher(Files.readString(file)).find()) {
          asking.add(file);
        }
      }
    }
    return asking;
  }

  private static List<String[]> rows(Path file) {
    try {
      return Files.readAllLines(file).stream().skip(1).map(line -> line.split("\t", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
