package org.passerelle.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The table of New Orleans (Bales, Murphy and Silverman 2020), on which Rcapture 1.4-4 prints other
 * degrees of freedom for two models and other standard errors: its fits end while they still
 * change. The values here are those of the same models fitted in R to the end ({@code
 * bench/rcapture-to-the-end.R}).
 */
class NewOrleansTest {
  /** Who was on which of eight lists, and how many. */
  private static final String TABLE =
      """
      A,B,C,D,E,F,G,H,count
      1,0,0,0,0,0,0,0,25
      1,0,1,0,0,0,0,0,1
      1,0,0,1,0,0,0,0,2
      1,0,0,0,1,0,0,0,1
      1,0,1,0,0,0,1,0,1
      1,0,0,1,1,0,0,0,1
      0,1,0,0,0,0,0,0,5
      0,1,0,0,0,1,0,0,1
      0,0,1,0,0,0,0,0,70
      0,0,1,1,0,0,0,0,1
      0,0,1,0,1,0,0,0,1
      0,0,1,0,0,0,1,0,1
      0,0,0,1,0,0,0,0,33
      0,0,0,1,1,0,0,0,2
      0,0,0,0,1,0,0,0,6
      0,0,0,0,1,0,0,1,1
      0,0,0,0,0,1,0,0,6
      0,0,0,0,0,0,1,0,6
      0,0,0,0,0,0,0,1,21
      """;

  private static Map<?, ?> model(String name) throws IOException {
    Study study =
        new Study(
            CaptureHistories.read(new StringReader(TABLE), "t.csv"),
            Settings.usual().withBootstrap(0));
    List<?> models = (List<?>) study.loglinear().details().getOrDefault("models", List.of());
    return models.stream()
        .map(one -> (Map<?, ?>) one)
        .filter(one -> name.equals(one.get("model")))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "M0, 1115.826695, 269.1693606, 253",
    "Mt, 996.6642941, 236.9886022, 246",
    "Mh Poisson2, 1214.151759, 309.3908752, 252",
    "Mth Poisson2, 1090.952458, 274.1814599, 245"
  })
  void standardErrorsAreThoseOfAFitToTheEnd(String name, double number, double error, int df)
      throws IOException {
    Map<?, ?> model = model(name);
    assertThat((Double) model.get("estimate")).isCloseTo(number, within(1e-5));
    assertThat((Double) model.get("standardError")).isCloseTo(error, within(1e-5));
    assertThat(model.get("df")).isEqualTo(df);
  }

  /**
   * Nobody was on more than three lists, so that the likelihood rises as η8 falls without end, and
   * Chao's bound sets such a parameter to zero. Rcapture's fit ends at η8 = 1.2 (fitted to the end:
   * −14.8 and falling), keeps it, and counts one degree of freedom less: 251 and 244.
   */
  @Test
  void aParameterThatFallsWithoutEndIsNotCounted() throws IOException {
    assertThat(model("Mh Chao (LB)").get("df")).isEqualTo(252);
    assertThat(model("Mth Chao (LB)").get("df")).isEqualTo(245);
    assertThat((Double) model("Mh Chao (LB)").get("deviance")).isCloseTo(179.3841871, within(1e-6));
  }
}
