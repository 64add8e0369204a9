package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.storage.House;

/**
 * Each table belongs to one package, and no statement of another names it: what others need the
 * owner does for them, or offers for reading with a reason (decision 0122).
 */
class TableOwnersTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern VIEW =
      Pattern.compile("(?is)create\\s+view\\s+(\\w+)\\s+as\\s+(.*?);");
  private static final Pattern OF = Pattern.compile("(?i)\\b(?:from|join)\\s+(\\w+)");

  @Test
  void everyTableHasOneOwnerThatIsThere() {
    Map<String, String> owners = OwnedTables.owners();
    assertThat(owners.keySet())
        .as("tables in db/table-owners.tsv")
        .containsExactlyInAnyOrderElementsOf(schema("BASE TABLE"));
    assertThat(new TreeSet<>(owners.values()))
        .allSatisfy(owner -> assertThat(OwnedTables.SOURCES.resolve(owner)).isDirectory());
  }

  @Test
  void noStatementNamesTheTableOfAnother() {
    assertThat(OwnedTables.tables())
        .as(
            "statements over a table of another package. Maybe its owner has a method for it, or"
                + " offers an outline in db/tables-offered.tsv")
        .isEmpty();
  }

  @Test
  void whatIsOfferedIsThereAndIsUsed() {
    Map<String, OwnedTables.Offer> offers = OwnedTables.offers();
    offers.forEach((name, offer) -> assertThat(offer.reason()).as(name).isNotBlank());
    assertThat(offers.keySet().stream().filter(name -> !name.startsWith("{")))
        .as("views of the schema in db/tables-offered.tsv")
        .containsExactlyInAnyOrderElementsOf(schema("VIEW"));
    assertThat(new TreeSet<>(OwnedTables.offered().stream().map(OwnedTables.Use::name).toList()))
        .as("what nobody reads is not offered")
        .isEqualTo(new TreeSet<>(offers.keySet()));
  }

  @Test
  void aViewShowsTablesOfItsOwnerAlone() throws IOException {
    Map<String, String> owners = OwnedTables.owners();
    Map<String, List<String>> views = new TreeMap<>();
    try (Stream<Path> files = Files.walk(MIGRATIONS)) {
      for (Path file :
          (Iterable<Path>) files.filter(f -> f.toString().endsWith(".sql"))::iterator) {
        Matcher view = VIEW.matcher(Files.readString(file));
        while (view.find()) {
          views.put(view.group(1), tables(view.group(2)));
        }
      }
    }
    OwnedTables.offers()
        .forEach(
            (name, offer) ->
                assertThat(views.getOrDefault(name, List.of()))
                    .as(name)
                    .allSatisfy(
                        table -> assertThat(owners.get(table)).as(table).isEqualTo(offer.owner())));
  }

  /**
   * H2 follows a list of identifiers into a view only if nothing else of the view could be followed
   * as well; beside another condition it reads the whole table.
   */
  /**
   * The embedded database begins such a join with all cases of the organisation and asks the view
   * once for each: a search took 100 ms instead of one among 50,000 cases.
   */
  @Test
  void noStatementLeadsFromAViewToTheCases() throws IOException {
    Pattern from = Pattern.compile("_outline\\s+\\w+\\s+join\\s+\\{case ");
    assertThat(OwnedTables.texts())
        .allSatisfy(
            (file, texts) ->
                assertThat(texts)
                    .as("%s: maybe ask for {case c} where c.id in (select … from …_outline)", file)
                    .noneMatch(text -> from.matcher(text).find()));
  }

  @Test
  void noListOfIdentifiersIsAskedOfAViewBesideAnotherCondition() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    for (Map.Entry<String, List<String>> file : OwnedTables.texts().entrySet()) {
      file.getValue().stream()
          .flatMap(text -> OwnedTables.listsBesideOthers(text).stream())
          .forEach(
              alias -> found.computeIfAbsent(file.getKey(), f -> new ArrayList<>()).add(alias));
    }
    assertThat(found)
        .as("Maybe ask the owner, name {case c}, or begin with another table")
        .isEmpty();
    assertThat(
            OwnedTables.listsBesideOthers(
                "select 1 from case_outline c where c.id = any(:ids) and c.minor"))
        .containsExactly("c");
    assertThat(
            OwnedTables.listsBesideOthers(
                "select 1 from consent k join case_outline c on c.id = k.case_id where k.case_id in (:ids)"))
        .isEmpty();
    assertThat(
            OwnedTables.listsBesideOthers(
                "select 1 from hand_over h join referral_outline r on r.id = h.id where r.case_id in (:ids)"))
        .containsExactly("r");
  }

  @Test
  void whateverNamesATableIsFound(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("Names.java");
    Files.writeString(
        file,
        """
        class Names {
          private static final String WHERE = " join person p on p.id = c.person";
          void names(Db db, Rows rows, boolean one) {
            db.sql("select c.id from {case c}" + WHERE);
            db.sql(one ? "update consent set a = 1" : "delete from referral where id = 1");
            db.sql("insert into screening (id) select id from stay s, case_note n");
            rows.delete("duty_call", "referral", List.of());
          }
        }
        """);
    assertThat(OwnedTables.named(file))
        .containsExactlyInAnyOrder(
            "{case}",
            "person",
            "consent",
            "referral",
            "screening",
            "stay",
            "case_note",
            "duty_call");
  }

  private static List<String> tables(String statement) {
    List<String> tables = new ArrayList<>();
    Matcher of = OF.matcher(statement);
    while (of.find()) {
      tables.add(of.group(1));
    }
    return tables;
  }

  private static List<String> schema(String type) {
    return House.on(House.Database.H2)
        .db()
        .sql(
            """
            select table_name from information_schema.tables
             where table_schema = 'public' and table_type = :type
               and table_name <> 'flyway_schema_history'
            """)
        .param("type", type)
        .query(String.class)
        .list();
  }
}
