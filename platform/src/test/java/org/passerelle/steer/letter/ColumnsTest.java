package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Two columns hold the text once, in its order, and are about as long as each other. */
class ColumnsTest {
  private static String text(List<Paragraph> paragraphs) {
    return paragraphs.stream()
        .flatMap(p -> p.runs().stream())
        .map(r -> r.note() > 0 ? "[" + r.note() + "]" : r.text())
        .collect(Collectors.joining(" "))
        .replaceAll("\\s+", " ")
        .strip();
  }

  @Property(tries = 300)
  void nothingIsLostOrDoubled(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 12) Integer> sentences) {
    String written =
        sentences.stream()
            .map(n -> "This is a sentence of a letter. ".repeat(n).strip())
            .collect(Collectors.joining("\n\n"));
    List<Paragraph> text = Paragraph.all(written);
    List<List<Paragraph>> columns = Columns.of(text);
    assertThat(text(columns.get(0)) + " " + text(columns.get(1)))
        .isEqualToNormalizingWhitespace(text(text) + " ");
    int one = columns.get(0).stream().mapToInt(Paragraph::length).sum();
    int other = columns.get(1).stream().mapToInt(Paragraph::length).sum();
    assertThat(Math.abs(one - other)).isLessThan(160 + written.length() / 5);
  }

  @Test
  void anOrdinalOfSerbianDoesNotEndASentence() {
    List<Paragraph> text =
        Paragraph.all(
            "Обука је, као и претходне, одржана у самом Центру 27. фебруара 2019. године у Сарајеву. "
                + "Други скуп о истој теми одржан је месец дана касније на Академији у Приштини.");
    List<List<Paragraph>> columns = Columns.of(text);
    assertThat(text(columns.get(0))).endsWith("у Сарајеву.");
    assertThat(text(columns.get(1))).startsWith("Други");
  }

  @Test
  void aCallOfAFootnoteIsNoText() {
    Paragraph paragraph = Paragraph.of("It was 1,382.[1] More follows.");
    assertThat(paragraph.runs())
        .containsExactly(
            new Paragraph.Run("It was 1,382.", 0),
            new Paragraph.Run("", 1),
            new Paragraph.Run(" More follows.", 0));
  }
}
