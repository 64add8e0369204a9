package org.passerelle.network.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.network.Actor;

/** Actors described as victims or minors, in whatever words, are not ranked by any measure. */
class RolesTest {
  @TempDir Path folder;

  private NetworkFile table(String column, String value) throws IOException {
    Path ties = write("ties.csv", "source,target\na,b\nb,c\n");
    Path actors = write("actors.csv", "id,%s\na,boss\nb,\"%s\"\nc,\n".formatted(column, value));
    return NetworkFile.read(
        ties, new ReadOptions(Source.of(actors), Mapping.usual(), false, false));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private static List<String> victims(NetworkFile read) {
    return read.network().actors().stream().filter(Actor::victim).map(Actor::id).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "role,'victim, adult'",
    "Role,Presumed victim",
    "rôle,victime mineure",
    "statut,Mineure",
    "type,victim",
    "uloga,žrtva",
    "улога,оштећена",
    "статус,потерпевший",
    "роля,непълнолетна",
    "ρόλος,θύμα",
    "κατάσταση,ανήλικη",
    "roli,viktimë",
    "rol,victimă",
    "durum,mağdur",
    "actor_status,child",
  })
  void wordsOfTheRegionSayIt(String column, String value) throws IOException {
    NetworkFile read = table(column, value);
    assertThat(victims(read)).containsExactly("b");
    assertThat(read.notices())
        .anyMatch(said -> said.toString().contains("victims or minors according to"));
  }

  @ParameterizedTest
  @CsvSource({
    "role,recruiter of victims",
    "role,not a victim",
    "role,boss",
    "uloga,nije žrtva",
    "town,victim",
    "statut,recruteur de victimes"
  })
  void othersAreNone(String column, String value) throws IOException {
    assertThat(victims(table(column, value))).isEmpty();
  }

  @Test
  void inGraphMlToo() throws IOException {
    Path file =
        write(
            "net.graphml",
            """
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
            <key id="r" for="node" attr.name="role" attr.type="string"/>
            <graph edgedefault="undirected">
            <node id="a"><data key="r">boss</data></node>
            <node id="b"><data key="r">žrtva, maloletna</data></node>
            <edge source="a" target="b"/>
            </graph></graphml>
            """);
    assertThat(victims(NetworkFile.read(file, ReadOptions.usual()))).containsExactly("b");
  }
}
