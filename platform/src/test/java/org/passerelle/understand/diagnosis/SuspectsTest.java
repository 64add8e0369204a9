package org.passerelle.understand.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.understand.diagnosis.Suspects.Kind;

/** Likely names and numbers of a transcript are shown, in each script, and few other words. */
class SuspectsTest {
  private static List<String> found(String text, Kind kind) {
    return Suspects.in(text, List.of()).stream()
        .filter(one -> one.kind() == kind)
        .map(Suspects.Suspect::text)
        .toList();
  }

  @Test
  void namesAreKnownInTheScriptsAndCasesOfTheRegion() {
    assertThat(found("Then my cousin Milica Petrović came.", Kind.NAME))
        .containsExactly("Milica", "Petrović");
    assertThat(found("Рекла је да Милицу више није видела.", Kind.NAME)).containsExactly("Милицу");
    assertThat(found("Pastaj erdhi Gjergj dhe mori paratë.", Kind.NAME)).containsExactly("Gjergj");
    assertThat(found("Jelena said that she paid.", Kind.NAME)).containsExactly("Jelena");
  }

  @Test
  void aSurnameThatNoListKnowsGoesWithTheNameBesideIt() {
    assertThat(found("He called himself Dragan Xyzzyković there.", Kind.NAME))
        .containsExactly("Dragan", "Xyzzyković");
  }

  @Test
  void wordsThatBeginASentenceAreNoNames() {
    String text =
        "The bus left at night. Nobody asked. They took the papers, and Then it was over. "
            + "La frontière était fermée. Personne ne parlait. Возач је ћутао. Нико није питао.";
    assertThat(Suspects.in(text, List.of())).isEmpty();
  }

  @Test
  void numbersAndAddressesAreFoundAndDaysAreNot() {
    String text =
        "Call +381 64 123 45 67 or 06.12.34.56.78, card 0101990715234, write to x.y@example.org. "
            + "It was on 12.03.2019, from 2018-2019, in 2017, for 1500 euros, ulica Nova 12.";
    assertThat(found(text, Kind.NUMBER))
        .containsExactly("+381 64 123 45 67", "06.12.34.56.78", "0101990715234");
    assertThat(found(text, Kind.MAIL)).containsExactly("x.y@example.org");
    assertThat(found(text, Kind.ADDRESS)).containsExactly("ulica Nova 12");
  }

  @Test
  void aPlaceIsShownAndLeftToTheStudy() {
    List<Suspects.Suspect> places =
        Suspects.in("We slept in Durrës, then again in Durrës.", List.of());
    assertThat(places).hasSize(1);
    assertThat(places.get(0).kind()).isEqualTo(Kind.PLACE);
    assertThat(places.get(0).kind().tells()).isFalse();
    assertThat(places.get(0).times()).isEqualTo(2);
    assertThat(places.get(0).around()).contains("We slept in Durrës");
  }

  @Test
  void thePseudonymIsNoSecret() {
    assertThat(Suspects.in("Then Milica left.", List.of("Milica"))).isEmpty();
  }

  @Test
  void whatIsStruckOutKeepsItsLength() {
    String text = "Ana told Anastasia that Ana’s number is 064 123 4567.";
    String struck = Suspects.struck(text, List.of("Ana", "064 123 4567", " "));
    assertThat(struck)
        .isEqualTo("███ told Anastasia that ███’s number is ███ ███ ████.")
        .hasSameSizeAs(text);
  }
}
