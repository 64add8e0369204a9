package org.passerelle.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written from a draft says what was read into it. */
class FormWriterTest {
  static List<String> shipped() throws IOException {
    return FormResources.shipped().keySet().stream()
        .filter(name -> !name.equals(FormFiles.LISTS))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedSetIsTheSameAfterItWasWrittenAndRead(String file) throws IOException {
    Piece piece = Piece.read(FormResources.shipped().getOrDefault(file, ""));
    String written = piece.write();
    assertThat(Piece.read(written)).isEqualTo(piece);
    assertThat(Piece.read(written).write()).isEqualTo(written);
    assertThat(written.length()).isLessThan(FormImports.LONGEST);
  }

  @Test
  void theDefinitionsAreTheSameWhenAllWereWrittenAndRead() throws IOException {
    Map<String, String> files = new HashMap<>(FormResources.shipped());
    FormDefinitions before = FormDefinitions.read(files);
    for (String file : shipped()) {
      files.put(file, Piece.read(files.getOrDefault(file, "")).write());
    }
    // definitions are compared with their digests
    assertThat(FormDefinitions.read(files).all()).isEqualTo(before.all());
  }

  @Test
  void whateverIsTypedComesBack() {
    for (String typed :
        List.of(
            "yes",
            "No",
            "null",
            "~",
            "12",
            "007",
            "1.50",
            "-3",
            "true",
            "a: b",
            "- x",
            "#",
            "'",
            "\"",
            "\\",
            "two\nlines\ttab",
            "\u00a0« ? »\u202f",
            "{en: x}",
            "",
            " edge ",
            "Љ",
            "\u2028\u0007\ufeff",
            "a, b]",
            "\ud83d\ude42")) {
      Piece piece =
          Piece.EMPTY
              .with("form", "t")
              .with("other", new Piece(Map.of("en", typed, "anything", typed)))
              .with("include", List.of(typed))
              .with("codes", List.of(new Piece(Map.of("code", typed, "label", typed))))
              .with("sections", List.of());
      assertThat(Piece.read(piece.write())).as(piece.write()).isEqualTo(piece);
    }
  }

  @Test
  void whatIsNoDefinitionIsRefused() {
    assertThatThrownBy(() -> Piece.read("form: [")).isInstanceOf(FormsInvalid.class);
    assertThatThrownBy(() -> Piece.read("[1]")).isInstanceOf(FormsInvalid.class);
    assertThatThrownBy(() -> Piece.read("{[a]: b}")).isInstanceOf(FormsInvalid.class);
  }
}
