package org.passerelle.steer.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.passerelle.steer.cycle.Difference.Change;

/**
 * A difference loses nothing: without what came it is the earlier text, without what went the
 * later.
 */
class DifferenceProperties {
  @Property
  void bothTextsCanBeReadFromIt(@ForAll("texts") String before, @ForAll("texts") String after) {
    assertThat(without(Change.ADDED, before, after)).isEqualTo(before);
    assertThat(without(Change.REMOVED, before, after)).isEqualTo(after);
  }

  @Property
  void whatIsTheSameHasNoDifference(@ForAll("texts") String text) {
    assertThat(Difference.between(text, text))
        .allSatisfy(piece -> assertThat(piece.change()).isEqualTo(Change.SAME));
  }

  private static String without(Change change, String before, String after) {
    return Difference.between(before, after).stream()
        .filter(piece -> piece.change() != change)
        .map(Difference.Piece::text)
        .collect(Collectors.joining());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("заштита", "mineurs", "the", " ", "\n\n", "2019", "–", "« »")
        .list()
        .ofMaxSize(30)
        .map(words -> String.join("", words));
  }
}
