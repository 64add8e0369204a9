package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An update or a delete that meets no row has done nothing, and whoever goes on as if it had tells
 * somebody what is not so. Each looks at its count, or stands in {@code counts-not-looked-at.tsv}
 * with the reason why it need not.
 */
class CountsTest {
  private static final Path SOURCES = Path.of("src/main/java/org/passerelle");
  private static final Path KNOWN = Path.of("src/test/resources/counts-not-looked-at.tsv");

  /** Why a count need not be looked at. */
  private static final Set<String> REASONS =
      Set.of(
          "gone", // deletes: what is not there (any more) needs no deleting
          "held", // the row was read in this transaction and is held, or nobody else writes it
          "same", // says what may be said twice, and a second time changes nothing
          "many", // as many as there are, none among them
          "last"); // whoever writes last counts, and the row never goes

  @Test
  void everyUpdateOrDeleteLooksAtItsCountOrSaysWhyNot() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    sources(SOURCES)
        .forEach(
            (file, statements) -> {
              if (!statements.unheeded().isEmpty()) {
                found.put(file, statements.unheeded());
              }
            });
    Map<String, Integer> known = new TreeMap<>();
    for (String line : Files.readAllLines(KNOWN)) {
      String[] parts = line.split("\t", -1);
      known.put(parts[0], Integer.valueOf(parts[1]));
      assertThat(REASONS).as(line).containsAll(List.of(parts[2].split(" ", -1)));
    }
    Map<String, List<String>> other = new TreeMap<>(found);
    other.entrySet().removeIf(e -> known.getOrDefault(e.getKey(), 0) == e.getValue().size());
    assertThat(other).as("look at the count, or say in %s why not", KNOWN).isEmpty();
    assertThat(known.keySet()).as("in %s and nowhere else", KNOWN).isEqualTo(found.keySet());
  }

  @Test
  void whatIsDroppedIsFound(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("Drops.java"),
        """
        class Drops {
          private static final String GONE = "delete from c";
          void work(Db db, Transaction transaction) {
            int one = db.sql("update a set x = 1").param("y", 2).update();
            db.sql("insert into a values (1)").update();
            db.sql("update a set x = 3").param("y", 2).update();
            db.sql(GONE).update();
            transaction.executeWithoutResult(status -> db.sql("delete from d").update());
            transaction.execute(status -> db.sql("delete from e").update());
          }
        }
        """);
    Statements drops = Objects.requireNonNull(sources(folder).get("Drops.java"));
    assertThat(new TreeSet<>(drops.unheeded()))
        .containsExactly("delete from c", "delete from d", "update a set x = 3");
  }

  private static Map<String, Statements> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      Map<String, Statements> all = new TreeMap<>();
      Statements.of(files.filter(CountsTest::changes).toList())
          .forEach(
              (file, statements) ->
                  all.put(
                      root.toAbsolutePath()
                          .relativize(file.toAbsolutePath())
                          .toString()
                          .replace('\\', '/'),
                      statements));
      return all;
    }
  }

  private static boolean changes(Path file) {
    try {
      return file.toString().endsWith(".java") && Files.readString(file).contains(".update()");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
