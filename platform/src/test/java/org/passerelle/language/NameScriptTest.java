package org.passerelle.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names beside themselves, in the reader's script. */
class NameScriptTest {
  @ParameterizedTest
  @CsvSource({
    "Ђорђе Ћирић, fr, Đorđe Ćirić",
    "Љубица Џаковић, en, Ljubica Džaković",
    "Елена, sr-Latn, Elena",
    "Μαρία, en, María",
    "Баки, en, Baki",
    "Đorđe Ćirić, sr-Cyrl, Ђорђе Ћирић",
    "Ljubica Njegoš, sr-Cyrl, Љубица Његош",
    "LJUBICA, sr-Cyrl, ЉУБИЦА",
    "Xhemile Ymeri, sr-Cyrl, Ксхемиле Имери",
    "Zoé, sr-Cyrl, Зое",
    "Μαρία, sr-Cyrl, Мариа",
  })
  void aNameInAnotherScriptStandsInTheReaders(String name, String reader, String said) {
    assertThat(NameScript.beside(name, new Language(reader))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"Ђорђе, sr-Cyrl", "Đorđe, sr-Latn", "Zoé, fr", "12, en", "'', fr", "„…”, sr-Cyrl"})
  void whatStandsInItAlreadyIsNotSaidTwice(String name, String reader) {
    assertThat(NameScript.beside(name, new Language(reader))).isEmpty();
  }

  @Test
  void everyScriptGivesSomethingToRead() {
    for (String name : new String[] {"محمد", "شیرین", "王芳", "გიორგი", "Սերգեյ", "አበበ", "रवि"}) {
      assertThat(NameScript.beside(name, new Language("en"))).as(name).isNotBlank();
      assertThat(NameScript.beside(name, new Language("sr-Cyrl"))).as(name).isNotBlank();
    }
  }

  @Test
  void threadsMayAskTogether() {
    assertThat(
            IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> NameScript.beside("Ђорђе", new Language("en")))
                .distinct())
        .containsExactly("Đorđe");
  }
}
