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
import org.passerelle.network.Sentence;

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
    "roli,e mitur",
    "roli,'viktimë, i mitur'",
    "roli,të mitur",
    "role,the victim",
    "rôle,la victime",
    "rôle,une des victimes",
    "uloga,trgovac i žrtva",
    "role,recruiter and victim",
    "role,child soldier",
    "улога,је жртва",
    "роля,е жертва",
    "kind,victim",
    "nature,victime",
    "statut,l’enfant",
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
    "statut,recruteur de victimes",
    "statut,mère de la victime",
    "statut,'recruteur d''enfants'",
    "role,victim’s brother",
    "role,driver of the minors",
    "role,trafficker of women and children",
    "role,child trafficker",
    "role,minor role",
    "role,victim advocate",
    "rôle,trafiquant de femmes et d’enfants",
    "улога,не е жртва"
  })
  void othersAreNone(String column, String value) throws IOException {
    assertThat(victims(table(column, value))).isEmpty();
  }

  /** A status of victims says something of everybody who has one. */
  @ParameterizedTest
  @CsvSource({
    "victim_status,presumed,no", "statut de victime,identifiée,aucune",
    "status žrtve,utvrđena,nije žrtva", "victim status,identified,not identified"
  })
  void aColumnOfVictimsNeedsNoSuchWord(String column, String some, String none) throws IOException {
    Path ties = write("ties.csv", "source,target\na,b\nb,c\n");
    Path actors = write("actors.csv", "id,%s\na,%s\nb,%s\nc,\n".formatted(column, none, some));
    ReadOptions options = new ReadOptions(Source.of(actors), Mapping.usual(), false, false);
    assertThat(victims(NetworkFile.read(ties, options))).containsExactly("b");
  }

  @Test
  void aColumnOfRolesThatNamesNoVictimIsAskedAbout() throws IOException {
    assertThat(table("role", "runner").notices())
        .filteredOn(said -> said.toString().contains("so all are ranked"))
        .singleElement()
        .asString()
        .contains("column role", "(boss, runner)");
    assertThat(table("role", "victim").notices()).noneMatch(this::asks);
    assertThat(table("town", "Skopje").notices()).noneMatch(this::asks);
    assertThat(table("type", "runner").notices()).noneMatch(this::asks);
  }

  private boolean asks(Sentence said) {
    return said.toString().contains("so all are ranked");
  }

  @Test
  void inGexfToo() throws IOException {
    Path file =
        write(
            "net.gexf",
            """
            <gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected">
            <attributes class="node"><attribute id="0" title="role" type="string"/></attributes>
            <nodes>
            <node id="a" label="a"><attvalues><attvalue for="0" value="boss"/></attvalues></node>
            <node id="b" label="b"><attvalues><attvalue for="0" value="e mitur"/></attvalues></node>
            </nodes>
            <edges><edge id="0" source="a" target="b"/></edges>
            </graph></gexf>
            """);
    assertThat(victims(NetworkFile.read(file, ReadOptions.usual()))).containsExactly("b");
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
