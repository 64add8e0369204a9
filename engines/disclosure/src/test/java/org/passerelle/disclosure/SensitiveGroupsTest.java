package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A group that shares a sensitive category, however many they are. */
class SensitiveGroupsTest {
  private static final String DECLARED =
      """
      id: forms
      title: Forms of exploitation
      population: Persons of 2025
      period: "2025"
      source: Invented
      variables:
        country: {categories: [AL, RS]}
        form: {categories: [begging, labour, sexual], sensitive: [sexual]}
      tables:
        - by: [country, form]
      policy: {threshold: 3, width: 2, zeros: hidden}
      """;

  /** Eight from Albania, all of them with the same form; nine others from Serbia. */
  private static Figures figures(String yaml) {
    Release release = ReleaseReader.read("release.yaml", new StringReader(yaml));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rows.add(List.of("AL", "sexual"));
      rows.add(List.of("RS", i < 4 ? "labour" : "begging"));
    }
    rows.add(List.of("RS", "sexual"));
    rows.add(List.of("RS", "sexual"));
    rows.add(List.of("RS", "sexual"));
    return Figures.count(Records.of(release, rows));
  }

  @Test
  void readersCannotTellThatEverybodyIsIt() {
    Figures figures = figures(DECLARED);
    Protection protection = Protection.of(figures, List.of());
    assertThat(protection.audit().findings()).isEmpty();
    Published published = protection.published();
    Layout layout = published.layout();
    // every table that fits, found by counting up: somebody from Albania may have another form
    long most = 0;
    long[] cells = new long[6];
    for (long number = 0; number < 12L * 12 * 12 * 12 * 12 * 12; number++) {
      long left = number;
      for (int i = 0; i < 6; i++) {
        cells[i] = left % 12;
        left /= 12;
      }
      boolean fits = true;
      for (int f = 0; f < layout.size() && fits; f++) {
        long sum = 0;
        for (int i = 0; i < 6; i++) {
          boolean in =
              (layout.node(f, 0) == 0 || layout.node(f, 0) == 1 + i / 3)
                  && (layout.node(f, 1) == 0 || layout.node(f, 1) == 1 + i % 3);
          sum += in ? cells[i] : 0;
        }
        fits = sum >= published.low(f) && sum <= published.high(f);
      }
      most = fits ? Math.max(most, cells[0] + cells[1]) : most;
    }
    assertThat(most).isGreaterThanOrEqualTo(2);
    assertThat(Audit.of(published, List.of(), false).findings()).isEmpty();
  }

  @Test
  void whereZerosAreShownItIsRefusedWithTheGroup() {
    Figures figures = figures(DECLARED.replace("zeros: hidden", "zeros: shown"));
    assertThatThrownBy(() -> Protection.of(figures, List.of()))
        .isInstanceOf(BadRelease.class)
        .hasMessageStartingWith(
            "The policy cannot be met: everybody in country=AL has country=AL, form=sexual, which is sensitive");
  }

  @Test
  void theAuditOfPublishedFiguresFindsIt() {
    Figures figures = figures(DECLARED);
    Published shown = Published.hiding(figures, new boolean[figures.layout().size()]);
    for (AuditReport report :
        List.of(
            Audit.of(shown, List.of(), false),
            Audit.of(shown, List.of(), figures, List.of(), false))) {
      assertThat(report.findings())
          .anyMatch(
              found ->
                  found.kind() == Finding.Kind.ATTRIBUTE
                      && found.cell().figure().equals("country=AL, form=sexual"));
    }
  }

  @Test
  void aCategoryThatIsNotSensitiveMayBeShared() {
    String other = DECLARED.replace("[sexual]}", "[labour]}").replace("hidden", "shown");
    assertThat(Protection.of(figures(other), List.of()).audit().passed()).isTrue();
    assertThatThrownBy(
            () ->
                ReleaseReader.read(
                    "release.yaml", new StringReader(DECLARED.replace("[sexual]}", "[organ]}"))))
        .isInstanceOf(BadRelease.class)
        .hasMessage(
            "release.yaml, variables.form.sensitive: all, or declared categories and groups is expected, found organ.");
  }
}
