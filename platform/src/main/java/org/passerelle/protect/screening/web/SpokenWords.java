package org.passerelle.protect.screening.web;

import java.util.Comparator;
import java.util.List;
import org.passerelle.forms.Answers;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.pages.Page;
import org.springframework.stereotype.Component;

/**
 * What the person is told, in a language that they understand where the house has it. Serbian is
 * shown in Latin letters to a reader of another language, who then reads it aloud.
 */
@Component
public class SpokenWords {
  private static final String WORDS = "screening.tell.words";
  private final Languages languages;

  SpokenWords(Languages languages) {
    this.languages = languages;
  }

  /**
   * The sentence.
   *
   * @param language in which it stands here
   * @param theirs whether the person understands it, as far as was asked
   */
  public record Spoken(String words, Language language, boolean theirs) {}

  Spoken of(Answers answers, Page page) {
    List<String> understood = answers.codes("languages");
    Language own = page.language();
    if (understood.isEmpty() || understood.contains(own.key())) {
      return new Spoken(page.text(WORDS), own, true);
    }
    return languages.all().stream()
        .filter(language -> understood.contains(language.key()))
        .min(
            Comparator.comparingInt((Language one) -> understood.indexOf(one.key()))
                .thenComparing(one -> !one.tag().endsWith("Latn")))
        .map(theirs -> new Spoken(languages.texts(theirs).text(WORDS), theirs, true))
        .orElseGet(() -> new Spoken(page.text(WORDS), own, false));
  }
}
