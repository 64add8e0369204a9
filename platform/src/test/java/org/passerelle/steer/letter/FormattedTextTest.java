package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.steer.letter.Paragraph.Kind;
import org.passerelle.steer.letter.Paragraph.Run;

/** What the signs of a formatted text mean, and what stays text. */
class FormattedTextTest {
  @Test
  void blocksAreParagraphsHeadingsAndLists() {
    List<Paragraph> blocks =
        Paragraph.all(
            "First line\nof one paragraph.\n\n## What follows\n\n- one\n- **two**[1]\n\n1. first\n2. second\n\nEnd.");
    assertThat(blocks)
        .extracting(Paragraph::kind)
        .containsExactly(Kind.TEXT, Kind.HEADING, Kind.LIST, Kind.NUMBERED, Kind.TEXT);
    assertThat(blocks.get(0).runs()).containsExactly(text("First line of one paragraph."));
    assertThat(blocks.get(1).runs()).containsExactly(text("What follows"));
    assertThat(blocks.get(2).items().get(1).runs())
        .containsExactly(new Run("two", 0, true, false, ""), new Run("", 1));
    assertThat(blocks.get(3).items()).hasSize(2);
  }

  @Test
  void formatsNestAndLinksKeepTheirWords() {
    assertThat(
            Paragraph.of("See **the _third_ report** and [its _annex_](https://example.org/a_b_c).")
                .runs())
        .containsExactly(
            text("See "),
            new Run("the ", 0, true, false, ""),
            new Run("third", 0, true, true, ""),
            new Run(" report", 0, true, false, ""),
            text(" and "),
            new Run("its ", 0, false, false, "https://example.org/a_b_c"),
            new Run("annex", 0, false, true, "https://example.org/a_b_c"),
            text("."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kosovo* and Kosovo*",
        "a_name_with_underscores",
        "2 ** 3 ** 4",
        "** not bold **",
        "_not closed",
        "[words](javascript:alert(1))",
        "[words](data:text/html,x)",
        "[words](ftp://example.org)",
        "<b>bold</b>",
        "1. maja 2026",
        "## ",
        "[figure:victims]",
        "**",
        "####"
      })
  void everythingElseIsText(String written) {
    assertThat(Paragraph.all(written))
        .singleElement()
        .extracting(Paragraph::kind)
        .isEqualTo(Kind.TEXT);
    assertThat(Paragraph.of(written.strip()).runs()).containsExactly(text(written.strip()));
  }

  @Test
  void aPageCarriesTheFormatAndEscapesWhatIsText() {
    var page = new gg.jte.output.StringOutput();
    new Run("a <i> & b", 0, true, true, "")
        .content()
        .writeTo(new gg.jte.html.OwaspHtmlTemplateOutput(page));
    assertThat(page).hasToString("<strong><em class=\"stress\">a &lt;i&gt; &amp; b</em></strong>");
  }

  @Property(tries = 300)
  void noLetterIsLost(
      @ForAll @CharRange(from = 'a', to = 'e') @StringLength(max = 60) String letters,
      @ForAll("signs") String signs) {
    String written = letters.replace("a", signs);
    String kept = Paragraph.plain(written).replaceAll("[^b-e]", "");
    assertThat(kept).isEqualTo(written.replaceAll("[^b-e]", ""));
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<String> signs() {
    return net.jqwik.api.Arbitraries.of(
        "**", "_", "[", "](", "\n\n", "\n- ", " ", "## ", "*", "[1]");
  }

  @Test
  void aLongTextOfSignsTakesNoTime() {
    String signs = "**_[x](https://a".repeat(2_000);
    Assertions.assertThatNoException()
        .isThrownBy(
            () ->
                org.junit.jupiter.api.Assertions.assertTimeout(
                    Duration.ofSeconds(5), () -> Paragraph.all(signs)));
  }

  private static Run text(String words) {
    return new Run(words, 0);
  }
}
