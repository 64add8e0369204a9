package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be worked with is refused with a sentence that says where and what to do. */
class BadRecordsTest {
  @TempDir Path folder;

  private static void refused(String csv, String... words) {
    assertThatThrownBy(
            () ->
                new Linkage(LinkSettings.usual(), Progress.SILENT)
                    .deduplicate(InventedLists.table(csv)))
        .isInstanceOf(BadRecords.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void noUsableColumn() {
    refused("id,colour,city\n1,red,Paris\n2,blue,Nice\n", "colour", "--config");
  }

  @Test
  void emptyRows() {
    refused("id,surname\n1,Kos\n,\n2,Kos\n", "row 3 is empty");
    refused("id,surname\n1,Kos\n\n2,Kos\n", "row 3 is empty");
    refused("id,surname\n", "holds no record");
    refused("", "holds no record");
    assertThat(InventedLists.table("id,surname\n1,Kos\n2,Kos\n\n\n").size()).isEqualTo(2);
  }

  @Test
  void duplicateIdentifiers() {
    refused("id,surname\n1,Kos\n2,Rus\n1,Kos\n", "rows 2 and 4", "called 1", "--id");
    refused("id,surname\n,Kos\n2,Rus\n", "row 2", "names the records");
  }

  @Test
  void aNameOfAMegabyte() {
    refused(
        "id,surname\n1," + "a".repeat(1_000_000) + "\n", "row 2", "surname", "1000000 characters");
  }

  @Test
  void rowsThatDoNotFitTheirHeader() {
    refused("id,surname\n1,Kos,Ana\n", "row 2 has 3 columns", "2 are expected");
    refused("id,surname,surname\n1,a,b\n", "two columns called surname");
    refused("id,surname\n1,\"Kos\n2,Rus\n", "quotation mark");
  }

  @Test
  void whatIsNoText() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "id,surname\n1,Kovaè\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> PersonTable.read(file, null))
        .isInstanceOf(BadRecords.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void configurationsThatSayWhatIsNotKnown() throws IOException {
    Path file = folder.resolve("c.yaml");
    for (String[] bad :
        new String[][] {
          {"colums:\n  a: surname\n", "colums"},
          {"columns:\n  a: last\n", "last", "surname"},
          {"columns: surname\n", "columns"},
          {"matching: two\n", "one_to_one"},
          {"threshold: high\n", "number"},
          {"threshold: 2\n", "between 0 and 1"},
          {"- a\n", "no settings"},
          {"a: [\n", "not YAML"}
        }) {
      Files.writeString(file, bad[0]);
      assertThatThrownBy(() -> LinkConfig.read(file))
          .as(bad[0])
          .isInstanceOf(BadRecords.class)
          .hasMessageContaining(bad[1]);
    }
    Files.writeString(file, "id: nr\ncolumns:\n  ime i prezime: full_name\nsource: agency\n");
    LinkConfig config = LinkConfig.read(file);
    assertThat(config.id()).isEqualTo("nr");
    assertThat(config.settings().columns()).containsEntry("ime i prezime", AttributeKind.FULL_NAME);
  }
}
