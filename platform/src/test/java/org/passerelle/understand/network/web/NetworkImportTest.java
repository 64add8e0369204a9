package org.passerelle.understand.network.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.understand.network.Networks;

/** A table of somebody else is imported without losing a row or a choice. */
@OnBothDatabases
class NetworkImportTest {
  /** As published tables of ties often are: numbers alone, the first row is a tie. */
  private static final String NUMBERS = "1 2 1\n1 3 1\n2 3 1\n3 4 2\n";

  @Parameter House house;

  @Test
  void aFirstRowThatIsDataIsATieAlsoWhenColumnsAreChosen() {
    Table table = new Table(NUMBERS);
    String shown = table.browser.get(table.at).body();
    assertThat(shown)
        .contains("Column 1", "name=\"first\" value=\"data\" checked")
        .contains("<td>1</td><td>2</td><td>1</td>");
    String read =
        table
            .browser
            .post(
                table.at,
                "first",
                "data",
                "column-0",
                "target",
                "column-1",
                "source",
                "column-2",
                "weight")
            .body();
    assertThat(read).contains("4 actors and 4 ties were read");
    String named =
        table
            .browser
            .post(table.at, "first", "names", "column-0", "source", "column-1", "target")
            .body();
    assertThat(named).contains("and 3 ties were read");
  }

  @Test
  void addingATableOfActorsKeepsWhatWasChosen() {
    Table table = new Table("who;whom;how\nA;B;call\nB;C;call\n");
    table.browser.get(table.at);
    Browser.Answer added =
        table.browser.postFile(
            table.at + "/actors/upload",
            "file",
            "actors.csv",
            "id,label\nA,Ana\nB,Boris\nC,Vera\n".getBytes(UTF_8),
            "column-0",
            "target",
            "column-1",
            "source",
            "column-2",
            "kind",
            "directed",
            "1");
    assertThat(added.location()).startsWith(table.at + "?");
    assertThat(table.browser.get(added.location()).body())
        .containsPattern("id=\"column-0\"(?s).{0,900}value=\"target\" selected")
        .containsPattern("id=\"column-1\"(?s).{0,900}value=\"source\" selected")
        .contains("name=\"directed\" value=\"1\" checked", "Another table of actors");
  }

  /** So that a recruiter does not arrive as "Other". */
  @Test
  void whatAFileCallsItsActorsIsMappedToOurKindsAndRemembered() {
    Table table = new Table("source,target\nA,B\nB,C\nC,D\n");
    byte[] actors = "id,kind\nA,recruiter\nB,mobile\nC,zzz\nD,recruiter\n".getBytes(UTF_8);
    String[] chosen = {"column-0", "source", "column-1", "target"};
    table.browser.get(table.at);
    String to =
        table
            .browser
            .postFile(table.at + "/actors/upload", "file", "actors.csv", actors, chosen)
            .location();
    table.browser.get(to);
    String zzz = KindForm.FIELD + ViewForm.code("zzz");
    String read = table.browser.post(table.at, chosen).body();
    assertThat(read)
        .contains("What is meant by the values of “kind”?", "recruiter", "a guess")
        .containsPattern(
            KindForm.FIELD
                + ViewForm.code("recruiter")
                + "\"[^>]*>(?s).{0,200}value=\"person\" selected")
        .containsPattern(zzz + "\"[^>]*>(?s).{0,1500}value=\"other\" selected");
    table.browser.post(
        table.at, "column-0", "source", "column-1", "target", zzz, "vehicle", "enter", "1");
    assertThat(table.browser.get(table.network + "/table").body())
        .contains("Vehicle", "Phone", "Person")
        .doesNotContain(">Other<");
    table.browser.get(table.network + "/import");
    String next =
        table
            .browser
            .postFile(
                table.network + "/import/upload",
                "file",
                "next.csv",
                "source,target\nE,F\n".getBytes(UTF_8))
            .location();
    table.browser.get(next);
    table.browser.get(
        table
            .browser
            .postFile(
                next + "/actors/upload",
                "file",
                "actors.csv",
                "id,kind\nE,zzz\nF,zzz\n".getBytes(UTF_8),
                chosen)
            .location());
    assertThat(table.browser.post(next, chosen).body())
        .contains("as in an earlier file")
        .containsPattern(zzz + "\"[^>]*>(?s).{0,1500}value=\"vehicle\" selected");
  }

  @Test
  void theSentenceUnderTheDrawingCountsWhatIsDrawn() {
    Table table = new Table("source,target,begins\nA,B,2017-01\nB,C,2019-05\n");
    table.browser.get(table.at);
    table.browser.post(table.at, "enter", "1");
    String picture = table.network + "/picture.json";
    assertThat(table.browser.get(picture).body()).contains("Drawn: 3 actors, 2 ties.");
    assertThat(table.browser.get(picture + "?from=2017-01&to=2017-01").body())
        .contains("Drawn: 3 actors (1 without a tie), 1 tie.");
  }

  /** A published network of 34 actors and 225 ties, where the files are there. */
  @Test
  void aPublishedNetworkArrivesWholeThroughTheForm() throws IOException {
    Path folder = Path.of("../../shared/network");
    assumeThat(folder.resolve("mexico_ht_Data.txt")).exists();
    Table table = new Table(Files.readString(folder.resolve("mexico_ht_Data.txt")));
    String[] chosen = {"first", "data", "column-0", "source", "column-1", "target"};
    table.browser.get(table.at);
    assertThat(table.browser.post(table.at, chosen).body())
        .contains("34 actors and 225 ties were read");
    String labels = Files.readString(folder.resolve("mexico_ht_labels.csv"));
    byte[] actors = ("id,label\n" + labels.replace("\ufeff", "")).getBytes(UTF_8);
    table.browser.get(
        table
            .browser
            .postFile(table.at + "/actors/upload", "file", "labels.csv", actors, chosen)
            .location());
    table.browser.post(
        table.at, Stream.concat(Stream.of(chosen), Stream.of("enter", "1")).toArray(String[]::new));
    assertThat(table.browser.get(table.network + "/picture.json").body())
        .contains("Drawn: 34 actors, 225 ties.", "Cuidador 1");
  }

  /** An uploaded table in a network of its own. */
  private final class Table {
    private final Browser browser;
    private final String network;
    private final String at;

    Table(String content) {
      Member member = Member.of(house, Role.ANALYST);
      SignedIn who = Staff.signedIn(member.user());
      browser = member.browser();
      network = "/understand/networks/" + house.get(Networks.class).begin("N", "?", null, who);
      browser.get(network + "/import");
      at =
          browser
              .postFile(network + "/import/upload", "file", "ties.txt", content.getBytes(UTF_8))
              .location();
    }
  }
}
