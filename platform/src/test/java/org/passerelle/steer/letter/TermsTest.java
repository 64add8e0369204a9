package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.language.Language;
import org.passerelle.register.Facts;

/** Terms of the glossary are recognised as they are written, and only there. */
class TermsTest {
  private static Terms.Page in(String language, String html) {
    return new Terms(Facts.shipped(), new Language(language)).in(html);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Presumed victims were heard., Presumed victims",
    "en, A joint investigation team met., joint investigation team",
    "fr, Des victimes présumées ont été entendues., victimes présumées",
    "fr, L’intérêt supérieur de l’enfant prime., intérêt supérieur de l’enfant",
    "fr, Les équipes communes d’enquête, équipes communes d’enquête",
    "sr-Cyrl, Борба против трговине људима, трговине људима",
    "sr-Cyrl, о принудном браку, принудном браку",
    "sr-Cyrl, жртвама трговине људима, трговине људима",
    "sr-Latn, Borba protiv trgovine ljudima, trgovine ljudima",
  })
  void aTermIsUnderlinedInEveryForm(String language, String text, String term) {
    Terms.Page page = in(language, "<p>" + text + "</p>");
    assertThat(page.html())
        .isEqualTo("<p>" + text.replace(term, "<span class=\"term\">" + term + "</span>") + "</p>");
    assertThat(page.found()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "en, A diagnostic tool",
    "en, trafficking",
    "en, The team of the joint investigation",
    "fr, la traite",
    "sr-Cyrl, трговина робом",
  })
  void whatOnlyBeginsLikeATermIsNot(String language, String text) {
    Terms.Page page = in(language, "<p>" + text + "</p>");
    assertThat(page.html()).isEqualTo("<p>" + text + "</p>");
    assertThat(page.found()).isEmpty();
  }

  @Test
  void nothingWithinATagOrADrawingIsTouched() {
    String html = "<a title=\"forced marriage\">x</a><svg><text>forced marriage</text></svg>";
    assertThat(in("en", html).html()).isEqualTo(html);
  }

  @Test
  void eachIsExplainedOnceWithItsOtherLanguages() {
    List<Terms.Found> found =
        in("fr", "<p>Le trafic de migrants. Un mariage forcé, un trafic de migrants.</p>").found();
    assertThat(found)
        .extracting(Terms.Found::term)
        .containsExactly("trafic de migrants", "mariage forcé");
    assertThat(found.get(0).meaning()).startsWith("Aider quelqu’un");
    assertThat(found.get(0).others())
        .containsOnlyKeys("en", "sr")
        .containsEntry("en", "smuggling of migrants");
  }
}
