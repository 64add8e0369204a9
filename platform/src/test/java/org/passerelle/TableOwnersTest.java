package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.storage.House;

/**
 * Each table belongs to one package, {@code db/table-owners.tsv} says to which, and no statement of
 * another package names it. {@code tables-of-others.tsv} lists those that still do; it can only
 * become shorter.
 */
class TableOwnersTest {
  private static final Path SOURCES = Path.of("src/main/java/org/passerelle");
  private static final Path OWNERS = Path.of("src/main/resources/db/table-owners.tsv");
  private static final Path OTHERS = Path.of("src/test/resources/tables-of-others.tsv");
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(from|join|using|into|update|delete\\s+from)\\s+\"?([a-z][a-z_0-9]*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ASKS = Pattern.compile("(?i)\\b(from|join|into|update)\\s+[a-z]");

  @Test
  void everyTableHasOneOwnerThatIsThere() {
    Map<String, String> owners = owners();
    List<String> tables =
        House.on(House.Database.H2)
            .db()
            .sql(
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'")
            .query(String.class)
            .list();
    assertThat(owners.keySet()).containsExactlyInAnyOrderElementsOf(tables);
    assertThat(new TreeSet<>(owners.values()))
        .allSatisfy(owner -> assertThat(SOURCES.resolve(owner)).isDirectory());
  }

  @Test
  void noStatementNamesTheTableOfAnother() throws IOException {
    List<String> known = Files.readAllLines(OTHERS);
    assertThat(named())
        .as(
            "package, table of another, and how. Maybe its owner offers what is needed; write a line"
                + " away where it is no longer true, add none")
        .containsExactlyElementsOf(known.subList(1, known.size()));
  }

  /** Lines of the package, the table and whether it is read or written, in order. */
  private static TreeSet<String> named() throws IOException {
    Map<String, String> owners = owners();
    TreeSet<String> found = new TreeSet<>();
    Statements.of(files())
        .forEach(
            (file, statements) -> {
              String reader = reader(file);
              for (String text : statements.texts()) {
                Matcher table = NAMED.matcher(text);
                while (table.find()) {
                  String owner = owners.get(table.group(2));
                  if (owner != null && !reader.equals(owner) && !reader.startsWith(owner + "/")) {
                    String how = table.group(1).toLowerCase(Locale.ROOT);
                    boolean reads = List.of("from", "join", "using").contains(how);
                    found.add(
                        "%s\t%s\t%s"
                            .formatted(reader, table.group(2), reads ? "reads" : "writes"));
                  }
                }
              }
            });
    return found;
  }

  private static Map<String, String> owners() {
    Map<String, String> owners = new TreeMap<>();
    try {
      List<String> lines = Files.readAllLines(OWNERS);
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split("\t", -1);
        for (String table : fields[1].split(" ", -1)) {
          assertThat(owners.put(table, fields[0])).as("a second owner of %s", table).isNull();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return owners;
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

  private static String reader(Path file) {
    return SOURCES
        .toAbsolutePath()
        .relativize(file.toAbsolutePath().getParent())
        .toString()
        .replace('\\', '/');
  }
}
