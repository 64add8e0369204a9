package org.passerelle.prevent.tip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.language.SerbianScript;

/** A code carries eighty bits in every language, and is the same however it is typed. */
class CodeWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "sr"})
  void eachWordIsToldFromEveryOtherAsItIsTyped(String list) {
    List<String> words = CodeWords.all(list);
    assertThat(words).hasSize(256);
    assertThat(words.stream().map(CodeWords::normal)).doesNotHaveDuplicates();
    assertThat(words.stream().map(CodeWords::normal)).allMatch(word -> word.matches("[a-z]{2,}"));
    assertThat(Math.log(Math.pow(words.size(), CodeWords.WORDS)) / Math.log(2))
        .isGreaterThanOrEqualTo(80);
  }

  @Test
  void everyByteHasItsWord() {
    byte[] all = new byte[256];
    IntStream.range(0, 256).forEach(i -> all[i] = (byte) i);
    assertThat(CodeWords.of("sr", all)).doesNotHaveDuplicates().hasSize(256);
  }

  @Test
  void accentsScriptsAndSeparatorsDoNotMatter() {
    assertThat(CodeWords.normal("  Château,\nFORÊT - évier; œuf "))
        .isEqualTo("chateau foret evier oeuf");
    String code = "ђак љиљан шешир џеп жаба ћуп";
    assertThat(CodeWords.normal(SerbianScript.latin(code))).isEqualTo(CodeWords.normal(code));
    assertThat(CodeWords.normal("đak ljiljan šešir džep žaba ćup"))
        .isEqualTo(CodeWords.normal(code));
    assertThat(CodeWords.normal("djak ljiljan sesir dzep zaba cup"))
        .isEqualTo(CodeWords.normal(code));
  }
}
