package org.passerelle.understand.network.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Language;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Place;
import org.passerelle.network.Sentence;
import org.passerelle.network.Wording;
import org.passerelle.network.exchange.NetworkFile;
import org.passerelle.network.exchange.ReadOptions;
import org.passerelle.network.exchange.Source;

/** What is said of a file is said in the reader's language. */
class FileMessageTest {
  private static final List<String> BAD =
      List.of(
          "",
          "abc",
          "[{}]",
          "{\"a\": ",
          "{\"id\": 1}",
          "{\"id\": \"a\", \"schema\": \"Dragon\", \"properties\": {}}",
          "*Vertices 3",
          "a,b\nc,",
          "a,\"b\nc,d",
          "source,target",
          "a,b,1\nc,d,x",
          "id,source,target\n1,a,b\n1,b,c",
          ",age,arrests,prison\na,20,3,1\nb,31,0,0\nc,44,9,1",
          "<!DOCTYPE g [<!ENTITY a 'aaaa'>]><graphml>&a;</graphml>",
          "<graphml><graph><node id='a'/>",
          "<graphml><graph><node id='a'/><edge source='a' target='b'/></graph></graphml>",
          "<graphml><graph><hyperedge/></graph></graphml>",
          "<gexf/>");

  private static FileTexts texts(String tag) {
    return FileTexts.of(new Language(tag), "networkfile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "sr-Cyrl", "sr-Latn"})
  void everyWordingHasWords(String tag) {
    FileTexts texts = texts(tag);
    TreeSet<String> keys = new TreeSet<>(List.of("networkfile.line", "networkfile.unreadable"));
    for (Wording wording : Wording.values()) {
      keys.add("networkfile." + wording.code());
    }
    assertThat(new TreeSet<>(texts.strings().keySet())).isEqualTo(keys);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "sr-Cyrl", "sr-Latn"})
  void badFilesAreExplained(String tag) {
    FileTexts texts = texts(tag);
    for (String content : BAD) {
      FileMessage said = FileMessage.why(refused(content), texts);
      assertThat(said.language()).as(content).isNull();
      assertThat(said.text()).as(content).doesNotContain("⟦", "{0}", "{1}", "{2}", "{3}");
      if (!tag.equals("en")) {
        assertThat(said.text()).as(content).doesNotContainPattern("\\b(Maybe|line|cannot|the)\\b");
      }
    }
  }

  private static BadNetwork refused(String content) {
    Source file = Source.of("t", content.getBytes(StandardCharsets.UTF_8));
    return catchThrowableOfType(
        BadNetwork.class, () -> NetworkFile.read(file, ReadOptions.usual()));
  }

  @Test
  void noMoreIsAskedForThanIsTold() {
    for (Wording wording : Wording.values()) {
      Object[] many = new Object[8];
      Arrays.fill(many, 1);
      String english = new Sentence(wording, List.of(many)).toString();
      long told = english.chars().filter(c -> c == '1').count();
      String pattern = texts("en").strings().getOrDefault("networkfile." + wording.code(), "");
      assertThat((long) new MessageFormat(pattern).getArgumentNames().size())
          .as(wording.code())
          .isLessThanOrEqualTo(told);
    }
  }

  @Test
  void aPlaceAndASentenceInASentence() {
    Sentence reversed = new Sentence(Wording.PERIOD_REVERSED, List.of("2020", "2019"));
    Sentence whole = new Sentence(Wording.IN_PLACE, List.of(new Place("Ана.csv", 1_234), reversed));
    assertThat(FileMessage.of(whole, texts("fr")).text())
        .isEqualTo(
            "Ана.csv, ligne 1234\u00a0: Une période va du 2020 au 2019. Les dates sont peut-être inversées.");
    assertThat(FileMessage.of(whole, texts("sr-Latn")).text())
        .as("names stay as they are written")
        .startsWith("Ана.csv, red 1234: Razdoblje traje od 2020 do 2019.");
  }

  @Test
  void countsAreInflected() {
    assertThat(
            FileMessage.of(new Sentence(Wording.LOOPS, List.of("t", 2, 1_000)), texts("sr-Cyrl")))
        .extracting(FileMessage::text)
        .asString()
        .startsWith("t: 2 везе воде од актера");
    assertThat(
            FileMessage.of(new Sentence(Wording.NO_XML_AT, List.of("t", 12_345, "?")), texts("fr")))
        .extracting(FileMessage::text)
        .asString()
        .contains("ligne 12345.");
  }

  @Test
  void whatHasNoWordsIsSaidInEnglish() {
    assertThat(FileMessage.why(new BadNetwork("Maybe so."), texts("fr")))
        .isEqualTo(new FileMessage("Maybe so.", "en"));
    assertThat(FileMessage.why(new IOException("Stream closed"), texts("fr")).text())
        .startsWith("Le fichier ne peut pas être lu");
  }
}
