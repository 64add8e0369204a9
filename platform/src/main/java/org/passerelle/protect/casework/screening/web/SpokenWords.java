package org.passerelle.protect.casework.screening.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.forms.answers.Answers;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.screening.SpokenTexts;
import org.springframework.stereotype.Component;

/**
 * What the person is told, in a language that they understand, preferably an interface language,
 * whose text was reviewed. For readers of another language Serbian is shown in Latin script, so
 * that they can read it aloud.
 */
@Component
public class SpokenWords {
  private static final String WORDS = "screening.tell.words";
  private final Languages languages;

  SpokenWords(Languages languages) {
    this.languages = languages;
  }

  /**
   * The text to be read aloud.
   *
   * @param tag BCP 47 tag of its language
   * @param name name of that language, empty if it is the reader's
   * @param theirs whether the person understands it, as far as was asked
   * @param checked whether a native speaker has reviewed it
   */
  public record Spoken(
      String words,
      String tag,
      boolean rightToLeft,
      String name,
      boolean theirs,
      boolean checked) {}

  Spoken of(Answers answers, Page page) {
    List<String> understood = answers.codes("languages");
    Language own = page.language();
    if (understood.isEmpty() || understood.contains(own.key())) {
      return own(page, true);
    }
    return ofHouse(understood)
        .map(
            theirs ->
                new Spoken(
                    languages.texts(theirs).text(WORDS),
                    theirs.tag(),
                    false,
                    page.text("house.language.long." + theirs.tag()),
                    true,
                    true))
        .or(() -> SpokenTexts.first(understood).map(SpokenWords::ofRegion))
        .orElseGet(() -> own(page, false));
  }

  private static Spoken own(Page page, boolean theirs) {
    return new Spoken(page.text(WORDS), page.language().tag(), false, "", theirs, true);
  }

  private static Spoken ofRegion(SpokenTexts told) {
    return new Spoken(
        told.words(), told.code(), told.rightToLeft(), told.name(), true, told.reviewed());
  }

  private Optional<Language> ofHouse(List<String> understood) {
    return languages.all().stream()
        .filter(language -> understood.contains(language.key()))
        .min(
            Comparator.comparingInt((Language one) -> understood.indexOf(one.key()))
                .thenComparing(one -> !one.tag().endsWith("Latn")));
  }
}
